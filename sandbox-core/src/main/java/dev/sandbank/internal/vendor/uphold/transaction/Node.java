package dev.sandbank.internal.vendor.uphold.transaction;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.vendor.uphold.asset.Asset;

/**
 * The origin or destination of a transaction.
 *
 * @param asset the asset that leaves or arrives there
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

    /** Returns the id of an account or external account. */
    public String id() {
        return node.path("id").asText();
    }
}
