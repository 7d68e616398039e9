package dev.sandbank.internal.vendor.uphold.transaction;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.store.Store;
import dev.sandbank.internal.text.TextPattern;
import dev.sandbank.internal.vendor.uphold.asset.UpholdRefusals;
import dev.sandbank.internal.vendor.uphold.rail.RailLookup;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** The networks that coins can be withdrawn to, and their addresses. A fixture without rails has every one. */
public final class Rails {

    private static final String CRYPTO = "crypto";
    private static final Pattern TAG = Pattern.compile("0|[1-9][0-9]{0,9}");
    private static final long MOST_OF_TAG = 0xFFFFFFFFL;
    private static final int MOST_OF_MEMO = 28;

    private final RailLookup known;

    public Rails(Store store) {
        this.known = new RailLookup(store);
    }

    public Optional<Refusal> against(Node address) {
        if (known.isOpen(CRYPTO)) {
            return Optional.empty();
        }
        Optional<ObjectNode> rail = rail(address);
        if (rail.isEmpty()) {
            return Optional.of(UpholdRefusals.plain("no-rail", "There is no rail for this asset and network"));
        }
        return withdrawable(rail.get())
                .or(() -> addressable(rail.get(), address.node().path("address").asText()))
                .or(() -> referable(rail.get(), address.node()));
    }

    private Optional<ObjectNode> rail(Node address) {
        return known.find(
                        CRYPTO,
                        address.node().path("network").asText(),
                        address.asset().code())
                .findFirst();
    }

    public boolean askForTravelRule(Node address) {
        return rail(address).filter(rail -> rail.path("travelRule").asBoolean()).isPresent();
    }

    private static Optional<Refusal> withdrawable(ObjectNode rail) {
        return RailLookup.hasFeature(rail, "withdraw")
                ? Optional.empty()
                : Optional.of(UpholdRefusals.node("Nothing can be withdrawn to this network"));
    }

    private static Optional<Refusal> addressable(ObjectNode rail, String address) {
        return !rail.has("addresses")
                        || TextPattern.of(rail.path("addresses").asText()).matches(address)
                ? Optional.empty()
                : Optional.of(UpholdRefusals.about(
                        "address-invalid", "The crypto address is invalid", "destination.address"));
    }

    private static Optional<Refusal> referable(ObjectNode rail, ObjectNode node) {
        if (!node.has("reference")) {
            return rail.path("referenceRequired").asBoolean()
                    ? reference("The crypto address reference is missing")
                    : Optional.empty();
        }
        String reference = node.path("reference").asText();
        boolean good = switch (rail.path("reference").asText()) {
            case "destination-tag" -> TAG.matcher(reference).matches() && Long.parseLong(reference) <= MOST_OF_TAG;
            case "memo" -> reference.getBytes(StandardCharsets.UTF_8).length <= MOST_OF_MEMO;
            default -> false;
        };
        return good ? Optional.empty() : reference("The crypto address reference is invalid");
    }

    private static Optional<Refusal> reference(String detail) {
        return Optional.of(UpholdRefusals.about("address-invalid", detail, "destination.reference"));
    }
}
