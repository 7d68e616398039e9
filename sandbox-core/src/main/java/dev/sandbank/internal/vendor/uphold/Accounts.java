package dev.sandbank.internal.vendor.uphold;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Timestamps;
import dev.sandbank.internal.work.Outcome;
import dev.sandbank.internal.work.Tools;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code core.list-accounts}, {@code core.get-account} and {@code core.create-account}. */
final class Accounts {

    private static final String COLLECTION = "accounts";
    private static final Comparator<Entry> NEWEST_FIRST =
            Comparator.comparing(Entry::createdAt).reversed().thenComparing(Entry::id);

    private final Tools tools;
    private final NumberedPage page;

    Accounts(Tools tools) {
        this.tools = tools;
        this.page = new NumberedPage(tools.publicBase());
    }

    Outcome list(Call call) {
        List<String> assets = call.input().texts("asset");
        List<Entry> accounts = tools.visible().list(call.subject(), COLLECTION).stream()
                .filter(account -> assets.isEmpty() || assets.contains(asset(account)))
                .sorted(NEWEST_FIRST)
                .toList();
        return page.of(call, COLLECTION, accounts, Accounts::shown);
    }

    Outcome get(Call call) {
        return Outcome.ok(wrapped(call.resources().get(0).entry()));
    }

    /** A new account is empty. Nothing makes two identical requests one: each creates an account. */
    Outcome create(Call call) {
        String asset = call.input().body().path("asset").asText();
        Optional<Entry> known = tools.store().entries().find("assets", asset);
        if (known.isEmpty()) {
            return Outcome.refuse("asset-unknown", "There is no asset " + asset, Map.of());
        }
        if (!known.get().document().path("supported").asBoolean(true)) {
            return Outcome.refuse("asset-not-supported", "Accounts cannot hold " + asset, Map.of());
        }
        return Outcome.status(201, wrapped(add(call, asset)));
    }

    private Entry add(Call call, String asset) {
        String owner = call.subject().id();
        String id = tools.ids().uuid();
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("id", id);
        document.put("owner", owner);
        document.put("label", call.input().body().path("label").asText());
        document.put("asset", asset);
        document.put("balance", "0");
        return tools.store().entries().add(COLLECTION, id, owner, document);
    }

    private static ObjectNode wrapped(Entry account) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("account", shown(account));
        return body;
    }

    private static String asset(Entry account) {
        return account.document().path("asset").asText();
    }

    private static ObjectNode shown(Entry account) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        String total = account.document().path("balance").asText("0");
        shown.put("id", account.id());
        shown.put("ownerId", account.owner());
        shown.put("label", account.document().path("label").asText());
        shown.put("asset", asset(account));
        shown.putObject("balance")
                .put("total", total)
                .put("available", account.document().path("available").asText(total));
        shown.put("createdAt", Timestamps.text(account.createdAt()));
        shown.put("updatedAt", Timestamps.text(account.updatedAt()));
        return shown;
    }
}
