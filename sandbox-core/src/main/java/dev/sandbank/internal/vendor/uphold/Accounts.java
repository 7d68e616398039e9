package dev.sandbank.internal.vendor.uphold;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.work.Answers;
import dev.sandbank.internal.work.Outcome;
import dev.sandbank.internal.work.Tools;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code core.create-account}, {@code core.archive-account} and {@code core.list-default-accounts}. */
final class Accounts {

    /** Those that a fixture marks come before the oldest. */
    private static final Comparator<Entry> BY_CLAIM = Comparator.comparing(
                    (Entry account) -> !account.document().path("default").asBoolean())
            .thenComparing(Entry::createdAt);

    private final Tools tools;
    private final Answers answers;
    private final Pending pending;

    Accounts(Tools tools, Answers answers) {
        this.tools = tools;
        this.answers = answers;
        this.pending = new Pending(tools.store());
    }

    Outcome create(Call call) {
        JsonNode body = call.input().body();
        String id = tools.ids().uuid();
        String owner = call.subject().id();
        ObjectNode account = JsonNodeFactory.instance.objectNode();
        account.put("id", id);
        account.put("owner", owner);
        account.set("label", body.path("label"));
        account.set("asset", body.path("asset"));
        account.put("balance", "0");
        Map<String, Object> besides = Metadata.keep(call, account);
        Entry added = tools.store().entries().add(Balances.ACCOUNTS, id, owner, null, account);
        return answers.about(call, added, besides);
    }

    Outcome archive(Call call) {
        Entry account = call.resources().get(0).entry();
        if (pending.of(call.subject().id(), account.id())) {
            return new Outcome.Refused(Denials.plain(
                    "account-has-pending-transactions", "The account " + account.id() + " has pending transactions"));
        }
        tools.store().entries().delete(Balances.ACCOUNTS, account.id());
        return answers.about(call, account);
    }

    /** One of each asset: the one that is marked, else the oldest. */
    Outcome listDefaults(Call call) {
        Map<String, Entry> byAsset = new LinkedHashMap<>();
        tools.visible()
                .list(call.subject(), Balances.ACCOUNTS)
                .forEach(account -> byAsset.merge(
                        account.document().path("asset").asText(),
                        account,
                        (one, other) -> BY_CLAIM.compare(other, one) < 0 ? other : one));
        List<String> asked = call.input().texts("asset");
        if (call.input().has("asset")) {
            byAsset.keySet().retainAll(asked);
        }
        return answers.list(call, List.copyOf(byAsset.values()));
    }
}
