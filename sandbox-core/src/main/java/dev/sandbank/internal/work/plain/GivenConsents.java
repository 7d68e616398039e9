package dev.sandbank.internal.work.plain;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.dialect.Conditions;
import dev.sandbank.internal.dialect.ConsentRule;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.dialect.Templates;
import dev.sandbank.internal.model.Body;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.model.oauth.Consents;
import dev.sandbank.internal.model.oauth.Grant;
import dev.sandbank.internal.model.oauth.Subject;
import dev.sandbank.internal.model.operation.Facts;
import dev.sandbank.internal.model.operation.Route;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.text.Fields;
import dev.sandbank.internal.work.Once;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.OwnershipKeys;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Stores consents as entries of a collection, as the dialect says. */
public final class GivenConsents implements Consents {

    private final @Nullable ConsentRule rule;
    private final OperationContext context;
    private final CallFacts knowledge;
    private final NewEntries newEntries;

    public GivenConsents(Dialect dialect, OperationContext context) {
        this.rule = dialect.issuer().consent();
        this.context = context;
        this.knowledge = new CallFacts(dialect, context);
        OwnershipKeys keys = new OwnershipKeys(dialect);
        Placement placement = new Placement(dialect, context);
        EntryWork entries = new EntryWork(context, knowledge, keys, placement);
        this.newEntries = new NewEntries(context, knowledge, entries, keys, placement);
    }

    @Override
    public boolean asked() {
        return rule != null;
    }

    @Override
    public Map<String, String> choices(String user) {
        Map<String, String> labels = new LinkedHashMap<>();
        if (rule != null) {
            String label = rule.label() == null ? "${id}" : rule.label();
            context.visible()
                    .list(subject(user), rule.picks())
                    .forEach(entry -> labels.put(
                            entry.id(),
                            Templates.fill(label, knowledge.ofNow(entry)).orElse(entry.id())));
        }
        return labels;
    }

    private Subject subject(String user) {
        return new Directory(context.store())
                .user(user)
                .map(Subject::user)
                .orElseThrow(() -> new IllegalStateException("nobody signs in as " + user));
    }

    @Override
    public @Nullable String give(Grant grant, List<String> picked) {
        if (rule == null) {
            return null;
        }
        String user = grant.forUser().orElseThrow();
        List<String> ids = picked.isEmpty() ? List.copyOf(choices(user).keySet()) : picked;
        Call call = call(grant);
        Facts ofCall = knowledge.ofCall(call);
        Facts facts = name -> name.equals(ConsentRule.PICKED) ? ids : ofCall.get(name);
        return newEntries
                .make(rule.entry(), call, facts)
                .fold(done -> done.entry().map(Entry::id).orElseThrow(), refusal -> {
                    throw new IllegalStateException(refusal.detail());
                });
    }

    @Override
    public Function<String, @Nullable Object> facts(Grant grant) {
        Supplier<Call> call = new Once<>(() -> call(grant));
        Supplier<Facts> subject = new Once<>(() -> grant.forUser()
                .flatMap(id -> context.store().entries().find(Directory.USERS, id))
                .map(user -> knowledge.ofEntry(call.get(), user))
                .orElse(name -> null));
        Supplier<Facts> client = new Once<>(() -> context.store()
                .entries()
                .find(Directory.CLIENTS, grant.client())
                .map(knowledge::ofNow)
                .orElse(name -> null));
        return name -> {
            String[] steps = name.split("\\.", 2);
            return switch (steps.length == 2 ? steps[0] : "") {
                case "subject" -> subject.get().get(steps[1]);
                case "client" -> client.get().get(steps[1]);
                default -> knowledge.ofCall(call.get()).get(name);
            };
        };
    }

    /** Makes a call without an operation for a grant. */
    private Call call(Grant grant) {
        Request none = new Request("POST", "", "", Fields.parameters(), Fields.headers(), Body.EMPTY);
        Call call = Call.of(none, new Route.Unknown()).with(grant);
        return grant.forUser().map(user -> call.impersonation(subject(user))).orElse(call);
    }

    @Override
    public Optional<String> ended(@Nullable String consent) {
        if (rule == null || consent == null) {
            return Optional.empty();
        }
        Optional<Entry> entry = context.store().entries().find(rule.collection(), consent);
        return entry.isEmpty()
                ? Optional.of("The consent " + consent + " no longer exists")
                : broken(rule, entry.get()).map(why -> "The consent " + consent + " is no longer valid: " + why);
    }

    private Optional<String> broken(ConsentRule known, Entry entry) {
        Facts facts = knowledge.ofNow(entry);
        return known.holds().stream()
                .filter(condition -> !new Conditions(facts, facts).hold(List.of(condition)))
                .findFirst()
                .map(condition -> told(condition.fact(), facts.get(condition.fact())));
    }

    private static String told(String fact, @Nullable Object value) {
        if (value == null) {
            return "it has no " + fact;
        }
        return "its " + fact + " is " + (value instanceof JsonNode node && node.isValueNode() ? node.asText() : value);
    }
}
