package dev.sandbank.internal.vendor.uphold.transaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.vendor.uphold.asset.Assets;

/** The origin and destination of a transaction. */
public record TransactionLegs(Node origin, Node destination) {

    /** Reads them from a stored quote or transaction. */
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

    /** Whether the assets that leave and arrive differ. */
    public boolean converts() {
        return !origin.asset().code().equals(destination.asset().code());
    }

    /** Returns the node that is not an account, or the destination if both are accounts. */
    public Node outside() {
        return origin.isAccount() ? destination : origin;
    }

    /** Whether this kind of transaction is in a rule's list; without the list every kind is. */
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

    /** Whether the asset that a rule names leaves; without a name every asset does. */
    public boolean debits(ObjectNode rule) {
        return !rule.has("asset")
                || rule.path("asset").asText().equals(origin.asset().code());
    }

    /** The kind of a transaction, which follows from its nodes. */
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

        /** Returns the word for it in fixtures. */
        String word() {
            return word;
        }

        /** Whether both nodes are accounts. */
        boolean isInternal() {
            return this == TRANSFER || this == TRADE;
        }

        boolean isOutgoing() {
            return this == WITHDRAWAL || this == CRYPTO_WITHDRAWAL;
        }
    }
}
