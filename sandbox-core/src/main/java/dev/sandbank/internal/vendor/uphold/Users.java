package dev.sandbank.internal.vendor.uphold;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Timestamps;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.store.Entries;
import dev.sandbank.internal.work.Answers;
import dev.sandbank.internal.work.Outcome;
import dev.sandbank.internal.work.Tools;
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
            List.of(Balances.ACCOUNTS, "externalAccounts", Quotes.QUOTES, Transactions.TRANSACTIONS);

    private final Tools tools;
    private final Answers answers;
    private final UserRules rules;
    private final Pending pending;

    Users(Tools tools, Answers answers) {
        this.tools = tools;
        this.answers = answers;
        this.rules = new UserRules(tools);
        this.pending = new Pending(tools.store());
    }

    Outcome create(Call call) {
        return rules.against(call).<Outcome>map(Outcome.Refused::new).orElseGet(() -> add(call));
    }

    private Outcome add(Call call) {
        ObjectNode user = document(call.input().body());
        String id = tools.ids().uuid();
        user.put("id", id);
        Map<String, Object> besides = Metadata.keep(call, user);
        Entry added = tools.store().entries().add(Directory.USERS, id, null, null, user);
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

    Outcome delete(Call call) {
        String user = call.subject().id();
        Entries entries = tools.store().entries();
        Entry found = entries.find(Directory.USERS, user).orElseThrow();
        boolean hasBalance = entries.ownedBy(Balances.ACCOUNTS, user).stream()
                .anyMatch(account -> Balances.total(account.document()).signum() > 0);
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

    private static Outcome refused(String key, String detail) {
        return new Outcome.Refused(Denials.plain(key, detail));
    }
}
