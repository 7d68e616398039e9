package dev.sandbank.internal.vendor.uphold.transaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Resource;
import dev.sandbank.internal.vendor.uphold.asset.Assets;
import java.util.List;

/** Reads the two nodes of a request for a quote; the accounts in it have been found before. */
public final class Nodes {

    private static final List<String> OF_ADDRESSES = List.of("network", "address", "reference");

    private final Assets assets;
    private final String cryptoExecution;

    /** @param cryptoExecution how withdrawals to crypto addresses are executed */
    public Nodes(Assets assets, String cryptoExecution) {
        this.assets = assets;
        this.cryptoExecution = cryptoExecution;
    }

    public TransactionLegs of(Call call) {
        return new TransactionLegs(of(call, "origin"), of(call, "destination"));
    }

    private Node of(Call call, String name) {
        JsonNode asked = call.input().body().path(name);
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.set("type", asked.path("type"));
        return switch (asked.path("type").asText()) {
            case "apm" -> apm(call, asked, node);
            case "crypto-address" -> cryptoAddress(asked, node);
            default -> account(found(call, name), asked, node);
        };
    }

    private static Entry found(Call call, String name) {
        return call.resources().stream()
                .filter(resource -> resource.rule().as().equals(name))
                .map(Resource::entry)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the " + name + " was not looked for"));
    }

    private Node account(Entry account, JsonNode asked, ObjectNode node) {
        node.put("id", account.id());
        node.put("ownerId", account.document().path("owner").asText());
        if (asked.has("network") && asked.path("type").asText().equals("external-account")) {
            node.set("network", asked.path("network"));
        }
        return new Node(assets.get(account.document().path("asset").asText()), node);
    }

    /** Reads a payment method, which pays in the asset of the denomination. */
    private Node apm(Call call, JsonNode asked, ObjectNode node) {
        node.set("method", asked.path("method"));
        return new Node(assets.get(call.input().body().at("/denomination/asset").asText()), node);
    }

    private Node cryptoAddress(JsonNode asked, ObjectNode node) {
        OF_ADDRESSES.stream().filter(asked::has).forEach(member -> node.set(member, asked.path(member)));
        node.putObject("execution").put("mode", cryptoExecution);
        return new Node(assets.get(asked.path("asset").asText()), node);
    }
}
