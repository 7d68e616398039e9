package dev.sandbank.internal.vendor.uphold;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Where a transaction comes from or goes to.
 *
 * @param asset what leaves or arrives there
 * @param node the node as the bank shows it
 */
record Node(Asset asset, ObjectNode node) {

    String type() {
        return node.path("type").asText();
    }

    boolean isAccount() {
        return type().equals("account");
    }

    boolean isExternalAccount() {
        return type().equals("external-account");
    }

    boolean isApm() {
        return type().equals("apm");
    }

    boolean isCryptoAddress() {
        return type().equals("crypto-address");
    }

    /** Of an account or external account. */
    String id() {
        return node.path("id").asText();
    }
}
