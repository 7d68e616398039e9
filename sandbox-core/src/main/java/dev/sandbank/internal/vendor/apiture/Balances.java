package dev.sandbank.internal.vendor.apiture;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Resource;
import dev.sandbank.internal.model.Timestamps;
import dev.sandbank.internal.work.Outcome;
import dev.sandbank.internal.work.Tools;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code listAccountBalances}: of the accounts asked for, in that order, or of all that the caller may view. */
final class Balances {

    private static final int MOST = 1000;

    private final Tools tools;
    private final Permissions permissions;
    private final Retries retries;

    Balances(Tools tools) {
        this.tools = tools;
        this.permissions = new Permissions(tools.store().links());
        this.retries = new Retries(tools.settings(), "balanceRetries");
    }

    Outcome list(Call call) {
        List<Entry> accounts = call.input().has("accounts")
                ? call.resources().stream().map(Resource::entry).toList()
                : viewable(call);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode items = body.putArray("items");
        Set<String> incomplete = accounts.stream()
                .filter(account -> !retries.isReady(call, account))
                .map(Entry::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        accounts.forEach(
                account -> items.add(incomplete.contains(account.id()) ? incomplete(account) : balance(account)));
        return incomplete.isEmpty() ? Outcome.ok(body) : later(call, body, incomplete);
    }

    /** Once the tries are used up there is nothing to ask for again. */
    private Outcome later(Call call, ObjectNode body, Set<String> incomplete) {
        ArrayNode ids = body.putArray("incompleteAccounts");
        if (!retries.areUsedUp(call)) {
            incomplete.forEach(ids::add);
        }
        return retries.later(call, body);
    }

    private static ObjectNode incomplete(Entry account) {
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        item.put("id", account.id());
        item.put("incomplete", true);
        return item;
    }

    private List<Entry> viewable(Call call) {
        return tools.visible().list(call.subject(), "accounts").stream()
                .filter(AccountView::isInternal)
                .filter(account -> permissions.of(call.subject(), account).contains("view"))
                .limit(MOST)
                .toList();
    }

    private static ObjectNode balance(Entry account) {
        String current = account.document().path("balance").asText("0.00");
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        item.put("id", account.id());
        item.put("available", account.document().path("available").asText(current));
        item.put("current", current);
        item.put(
                "currentWithPending",
                account.document().path("currentWithPending").asText(current));
        item.put("updatedAt", Timestamps.text(account.updatedAt()));
        item.put("incomplete", false);
        return item;
    }
}
