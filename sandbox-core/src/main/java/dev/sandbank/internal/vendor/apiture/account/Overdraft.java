package dev.sandbank.internal.vendor.apiture.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.VendorParts.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The accounts that cover an overdraft of another account, in their order. */
final class Overdraft {

    private static final String ACCOUNTS = "accounts";
    private static final Set<String> DEPOSITS = Set.of("savings", "checking");

    private final OperationContext context;
    private final AccountNames names;

    Overdraft(OperationContext context) {
        this.context = context;
        this.names = new AccountNames(context.store().links());
    }

    /** Returns the accounts that protect an account, with the caller's names. */
    ArrayNode of(Call call, Entry account) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        account.document()
                .at("/overdraft/accounts")
                .forEach(id -> context.store()
                        .entries()
                        .find(ACCOUNTS, id.asText())
                        .ifPresent(known -> all.addObject()
                                .put("id", known.id())
                                .put("label", names.label(call.subject(), known))
                                .put("maskedNumber", AccountNames.maskedNumber(known))));
        return all;
    }

    /** Whether an account can protect the one that the call names. */
    boolean canProtect(Call call, Entry candidate) {
        return AccountNames.isInternal(candidate)
                && isDeposit(candidate)
                && candidate.document().path("overdraftEligible").asBoolean(true)
                && !candidate.id().equals(call.resources().get(0).entry().id());
    }

    static boolean isDeposit(Entry account) {
        return DEPOSITS.contains(account.document().at("/product/type").asText());
    }

    /** Returns the accounts in the content, in their order; null if it does not name any. */
    @Nullable
    List<String> chosen(Call call) {
        JsonNode body = call.input().body();
        JsonNode said = body.path(body.has(ACCOUNTS) ? ACCOUNTS : "items");
        if (!said.isArray()) {
            return null;
        }
        List<String> ids = new ArrayList<>();
        said.forEach(each -> ids.add(each.path("id").asText()));
        return ids;
    }

    int count(Call call) {
        return wanted(call).size();
    }

    private List<String> wanted(Call call) {
        return Optional.ofNullable(chosen(call)).orElse(List.of());
    }

    @Nullable
    Finding twice(Call call) {
        Set<String> seen = new HashSet<>();
        return first(call, id -> !seen.add(id), "is named twice");
    }

    @Nullable
    Finding unknown(Call call) {
        return first(call, id -> find(call, id).isEmpty(), "does not exist for this caller");
    }

    @Nullable
    Finding ineligible(Call call) {
        return first(
                call,
                id -> find(call, id)
                        .filter(account -> !canProtect(call, account))
                        .isPresent(),
                "cannot protect this account");
    }

    private Optional<Entry> find(Call call, String id) {
        return context.visible().find(call.subject(), ACCOUNTS, id);
    }

    private @Nullable Finding first(Call call, Predicate<String> wrong, String why) {
        return wanted(call).stream()
                .filter(wrong)
                .findFirst()
                .map(id -> new Finding("The account " + id + " " + why, Map.of("property", ACCOUNTS)))
                .orElse(null);
    }
}
