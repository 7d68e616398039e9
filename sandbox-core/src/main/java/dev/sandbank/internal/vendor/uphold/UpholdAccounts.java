package dev.sandbank.internal.vendor.uphold;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.vendor.uphold.asset.Metadata;
import dev.sandbank.internal.vendor.uphold.asset.UpholdBalances;
import dev.sandbank.internal.vendor.uphold.asset.UpholdRefusals;
import dev.sandbank.internal.vendor.uphold.transaction.OpenTransactions;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.ReplyRenderer;
import dev.sandbank.internal.work.Result;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code core.create-account}, {@code core.archive-account} and {@code core.list-default-accounts}. */
final class UpholdAccounts {

    /** Those that a fixture marks come before the oldest. */
    private static final Comparator<Entry> BY_CLAIM = Comparator.comparing(
                    (Entry account) -> !account.document().path("default").asBoolean())
            .thenComparing(Entry::createdAt);

    private final OperationContext context;
    private final ReplyRenderer answers;
    private final OpenTransactions pending;

    UpholdAccounts(OperationContext context, ReplyRenderer answers) {
        this.context = context;
        this.answers = answers;
        this.pending = new OpenTransactions(context.store());
    }

    Result create(Call call) {
        JsonNode body = call.input().body();
        String id = context.ids().uuid();
        String owner = call.subject().id();
        ObjectNode account = JsonNodeFactory.instance.objectNode();
        account.put("id", id);
        account.put("owner", owner);
        account.set("label", body.path("label"));
        account.set("asset", body.path("asset"));
        account.put("balance", "0");
        Map<String, Object> besides = Metadata.keep(call, account);
        Entry added = context.store().entries().add(UpholdBalances.ACCOUNTS, id, owner, null, account);
        return answers.about(call, added, besides);
    }

    Result archive(Call call) {
        Entry account = call.resources().get(0).entry();
        if (pending.of(call.subject().id(), account.id())) {
            return new Result.Refused(UpholdRefusals.plain(
                    "account-has-pending-transactions", "The account " + account.id() + " has pending transactions"));
        }
        context.store().entries().delete(UpholdBalances.ACCOUNTS, account.id());
        return answers.about(call, account);
    }

    /** One of each asset: the one that is marked, else the oldest. */
    Result listDefaults(Call call) {
        Map<String, Entry> byAsset = new LinkedHashMap<>();
        context.visible()
                .list(call.subject(), UpholdBalances.ACCOUNTS)
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
