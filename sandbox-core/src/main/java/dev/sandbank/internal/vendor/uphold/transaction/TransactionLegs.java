package dev.sandbank.internal.vendor.uphold.transaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.vendor.uphold.asset.Assets;

/** The two ends of a transaction. */
public record TransactionLegs(Node origin, Node destination) {

    /** That of a quote or transaction as it is kept. */
    public static TransactionLegs of(JsonNode kept, Assets assets) {
        return new TransactionLegs(end(kept.path("origin"), assets), end(kept.path("destination"), assets));
    }

    private static Node end(JsonNode kept, Assets assets) {
        return new Node(assets.get(kept.path("asset").asText()), kept.withObject("/node"));
    }

    public Kind kind() {
        if (!origin.isAccount()) {
            return Kind.DEPOSIT;
        }
        if (destination.isAccount()) {
            return converts() ? Kind.TRADE : Kind.TRANSFER;
        }
        return destination.isCryptoAddress() ? Kind.CRYPTO_WITHDRAWAL : Kind.WITHDRAWAL;
    }

    /** Whether something else arrives than what leaves. */
    public boolean converts() {
        return !origin.asset().code().equals(destination.asset().code());
    }

    /** The end that is no account, or the destination if both are. */
    public Node outside() {
        return origin.isAccount() ? destination : origin;
    }

    /** Whether a list of kinds of transaction, which means all if it is not there, has this one. */
    public boolean isAmong(ObjectNode rule) {
        JsonNode kinds = rule.path("on");
        if (kinds.isMissingNode()) {
            return true;
        }
        for (JsonNode each : kinds) {
            if (each.asText().equals(kind().word())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the asset that a rule names, which means any if it is not there, is the one that leaves. */
    public boolean debits(ObjectNode rule) {
        return !rule.has("asset")
                || rule.path("asset").asText().equals(origin.asset().code());
    }

    /** What a transaction is, as its ends say. */
    public enum Kind {
        TRANSFER("transfer"),
        TRADE("trade"),
        DEPOSIT("deposit"),
        WITHDRAWAL("withdrawal"),
        CRYPTO_WITHDRAWAL("crypto-withdrawal");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The word that fixtures have for it. */
        String word() {
            return word;
        }

        /** Whether both ends are accounts. */
        boolean isInternal() {
            return this == TRANSFER || this == TRADE;
        }

        boolean isOutgoing() {
            return this == WITHDRAWAL || this == CRYPTO_WITHDRAWAL;
        }
    }
}
