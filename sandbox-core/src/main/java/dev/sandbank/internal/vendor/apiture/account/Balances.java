package dev.sandbank.internal.vendor.apiture.account;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Resource;
import dev.sandbank.internal.time.Timestamps;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.Result;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * {@code listAccountBalances}: the balances of the requested accounts in that order, or of all accounts that the caller
 * may view.
 */
public final class Balances {

    private static final int MOST = 1000;
    /** The most accounts in a reply whose balances are incomplete. */
    private static final int MOST_OF_INCOMPLETE = 256;

    private final OperationContext context;
    private final Permissions permissions;
    private final Retries retries;
    private final BankCalendar calendar;

    public Balances(OperationContext context, BankCalendar calendar) {
        this.context = context;
        this.permissions = new Permissions(context.store().links());
        this.retries = new Retries(context.settings(), "balanceRetries");
        this.calendar = calendar;
    }

    public Result list(Call call) {
        List<Entry> accounts = call.input().has("accounts")
                ? call.resources().stream().map(Resource::entry).toList()
                : viewable(call);
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode items = body.putArray("items");
        Set<String> incomplete = incomplete(call, accounts);
        accounts.forEach(
                account -> items.add(incomplete.contains(account.id()) ? incomplete(account) : balance(account)));
        return incomplete.isEmpty() ? Result.ok(body) : later(call, body, incomplete);
    }

    /** Returns the accounts whose balances are not ready; none if there are very many accounts. */
    private Set<String> incomplete(Call call, List<Entry> accounts) {
        return accounts.size() > MOST_OF_INCOMPLETE
                ? Set.of()
                : accounts.stream()
                        .filter(account -> !retries.isReady(call, account))
                        .map(Entry::id)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Replies that some balances are not ready; after the last retry there is no invitation to ask again. */
    private Result later(Call call, ObjectNode body, Set<String> incomplete) {
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
        return context.visible().list(call.subject(), "accounts").stream()
                .filter(AccountNames::isInternal)
                .filter(account -> permissions.of(call.subject(), account).contains("view"))
                .limit(MOST)
                .toList();
    }

    private ObjectNode balance(Entry account) {
        String current = account.document().path("balance").asText("0.00");
        ObjectNode item = JsonNodeFactory.instance.objectNode();
        item.put("id", account.id());
        item.put("available", account.document().path("available").asText(current));
        item.put("current", current);
        item.put("currentWithPending", withPending(account, current));
        item.put("updatedAt", Timestamps.text(account.updatedAt()));
        item.put("incomplete", false);
        return item;
    }

    /** Returns the fixture's balance, or the current balance with everything that is not posted yet. */
    private String withPending(Entry account, String current) {
        String given = account.document().path("currentWithPending").asText();
        return given.isEmpty()
                ? Money.text(context.store().entries().below("transactions", account.id()).stream()
                        .map(entry -> TransactionLine.of(entry, calendar::dayOf).pending())
                        .reduce(new BigDecimal(current), BigDecimal::add))
                : given;
    }
}
