package dev.sandbank.internal.vendor.uphold;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.store.Entries;
import dev.sandbank.internal.time.Timestamps;
import dev.sandbank.internal.vendor.uphold.asset.Metadata;
import dev.sandbank.internal.vendor.uphold.asset.UpholdBalances;
import dev.sandbank.internal.vendor.uphold.asset.UpholdRefusals;
import dev.sandbank.internal.vendor.uphold.transaction.OpenTransactions;
import dev.sandbank.internal.vendor.uphold.transaction.Quotes;
import dev.sandbank.internal.vendor.uphold.transaction.UpholdTransactions;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.ReplyRenderer;
import dev.sandbank.internal.work.Result;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/** {@code core.create-user} and {@code core.delete-user}. */
final class Users {

    private static final List<String> AS_THEY_ARE = List.of(
            "type",
            "email",
            "fullName",
            "birthdate",
            "phone",
            "address",
            "primaryCitizenship",
            "citizenshipCountry",
            "legalEntityType",
            "termsOfService");
    private static final List<String> OWNED =
            List.of(UpholdBalances.ACCOUNTS, "externalAccounts", Quotes.QUOTES, UpholdTransactions.TRANSACTIONS);

    private final OperationContext context;
    private final ReplyRenderer answers;
    private final UserRules rules;
    private final OpenTransactions pending;

    Users(OperationContext context, ReplyRenderer answers) {
        this.context = context;
        this.answers = answers;
        this.rules = new UserRules(context);
        this.pending = new OpenTransactions(context.store());
    }

    Result create(Call call) {
        return rules.against(call).<Result>map(Result.Refused::new).orElseGet(() -> add(call));
    }

    private Result add(Call call) {
        ObjectNode user = document(call.input().body());
        String id = context.ids().uuid();
        user.put("id", id);
        Map<String, Object> besides = Metadata.keep(call, user);
        Entry added = context.store().entries().add(Directory.USERS, id, null, null, user);
        return answers.about(call, added, besides);
    }

    /** Older forms of a call say in members of their own where a user is from and lives. */
    private static ObjectNode document(JsonNode body) {
        ObjectNode user = JsonNodeFactory.instance.objectNode();
        AS_THEY_ARE.stream().filter(body::has).forEach(member -> user.set(member, body.path(member)));
        if (body.has("citizenshipCountry")) {
            user.set("primaryCitizenship", body.path("citizenshipCountry"));
        }
        if (!body.has("address")) {
            ObjectNode address = user.putObject("address");
            List.of("country", "subdivision").stream()
                    .filter(body::has)
                    .forEach(member -> address.set(member, body.path(member)));
        }
        if (body.has("partnerOnboardedAt")) {
            OffsetDateTime at =
                    OffsetDateTime.parse(body.path("partnerOnboardedAt").asText());
            user.put("partnerOnboardedAt", Timestamps.text(at.toInstant()));
        }
        return user;
    }

    Result delete(Call call) {
        String user = call.subject().id();
        Entries entries = context.store().entries();
        Entry found = entries.find(Directory.USERS, user).orElseThrow();
        boolean hasBalance = entries.ownedBy(UpholdBalances.ACCOUNTS, user).stream()
                .anyMatch(account -> UpholdBalances.total(account.document()).signum() > 0);
        if (hasBalance) {
            return refused("user-has-balance", "The user still has balance");
        }
        if (pending.of(user)) {
            return refused("user-has-pending-transactions", "The user has pending transactions");
        }
        for (String collection : OWNED) {
            entries.ownedBy(collection, user).forEach(owned -> entries.delete(collection, owned.id()));
        }
        entries.delete(Directory.USERS, user);
        return answers.about(call, found);
    }

    private static Result refused(String key, String detail) {
        return new Result.Refused(UpholdRefusals.plain(key, detail));
    }
}
