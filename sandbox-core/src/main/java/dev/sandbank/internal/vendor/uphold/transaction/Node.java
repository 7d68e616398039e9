package dev.sandbank.internal.vendor.uphold.transaction;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.vendor.uphold.asset.Asset;

/**
 * Where a transaction comes from or goes to.
 *
 * @param asset what leaves or arrives there
 * @param node the node as the bank shows it
 */
public record Node(Asset asset, ObjectNode node) {

    public String type() {
        return node.path("type").asText();
    }

    public boolean isAccount() {
        return type().equals("account");
    }

    public boolean isExternalAccount() {
        return type().equals("external-account");
    }

    public boolean isApm() {
        return type().equals("apm");
    }

    public boolean isCryptoAddress() {
        return type().equals("crypto-address");
    }

    /** Of an account or external account. */
    public String id() {
        return node.path("id").asText();
    }
}
