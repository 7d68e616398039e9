package dev.sandbank.internal.vendor.uphold.reference;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** The networks on the bank's own pages. */
final class PublishedNetworks {

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("bitcoin", "Bitcoin"),
            Map.entry("ethereum", "Ethereum"),
            Map.entry("stellar", "Stellar"),
            Map.entry("xrp-ledger", "XRP Ledger"),
            Map.entry("visa", "Visa"),
            Map.entry("mastercard", "Mastercard"),
            Map.entry("ach", "ACH"),
            Map.entry("fednow", "FedNow"),
            Map.entry("rtp", "RTP"),
            Map.entry("wire", "Wire"),
            Map.entry("fps", "Faster Payments"),
            Map.entry("sepa", "SEPA"),
            Map.entry("paypal", "PayPal"));
    private static final Map<String, String> TYPES = Map.of(
            "visa",
            "card",
            "mastercard",
            "card",
            "ach",
            "bank",
            "fednow",
            "bank",
            "rtp",
            "bank",
            "wire",
            "bank",
            "fps",
            "bank",
            "sepa",
            "bank",
            "paypal",
            "apm");

    private PublishedNetworks() {}

    static String name(String code) {
        return NAMES.getOrDefault(code, code);
    }

    /** Returns what is known about a network besides its name; for an unknown one, the given type. */
    static ObjectNode members(String code, String type) {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        members.put("type", NAMES.containsKey(code) ? TYPES.getOrDefault(code, "crypto") : type);
        return switch (code) {
            case "xrp-ledger" -> members.put("reference", "destination-tag");
            case "stellar" -> members.put("reference", "memo");
            case "fps" -> members.put("reference", "payment-reference");
            default -> members;
        };
    }
}
