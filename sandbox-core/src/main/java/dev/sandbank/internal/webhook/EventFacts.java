package dev.sandbank.internal.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.sandbank.internal.dialect.Conditions;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.dialect.EventRule;
import dev.sandbank.internal.model.Body;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Happening;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.model.oauth.Grant;
import dev.sandbank.internal.model.oauth.Subject;
import dev.sandbank.internal.model.operation.Facts;
import dev.sandbank.internal.model.operation.Route;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.store.EntryChanges.Cause;
import dev.sandbank.internal.store.EntryChanges.Change;
import dev.sandbank.internal.store.EntryChanges.Happened;
import dev.sandbank.internal.text.Fields;
import dev.sandbank.internal.time.Timestamps;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.plain.CallFacts;
import dev.sandbank.internal.work.plain.ViewRenderer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What events can tell: the entry as the bank itself sees it, as it was before, the time, who made the call, and why it
 * was refused.
 *
 * <p>The bank itself is a client without a name, which sees everything.
 */
final class EventFacts {

    private static final String BEFORE = "before.";
    private static final String REFUSAL = "refusal.";
    private static final String SUBJECT = "subject";

    private final OperationContext context;
    private final CallFacts knowledge;
    private final ViewRenderer views;
    private final Call ofBank;

    EventFacts(Dialect dialect, OperationContext context) {
        this.context = context;
        this.knowledge = new CallFacts(dialect, context);
        this.views = new ViewRenderer(dialect, knowledge);
        Request none = new Request("GET", "/", "", Fields.parameters(), Fields.headers(), Body.EMPTY);
        this.ofBank = Call.of(none, new Route.Unknown())
                .with(Grant.ofNobody(Instant.EPOCH))
                .impersonation(Subject.client(""));
    }

    /** Returns the facts of each event that a rule makes of a change: of none, one, or one for each lost element. */
    List<Facts> events(EventRule rule, Change change, Cause cause) {
        if (!means(rule, change)) {
            return List.of();
        }
        Facts facts = of(rule, change, cause);
        return each(rule.lost(), facts)
                .filter(one -> new Conditions(one, one).hold(rule.when()))
                .toList();
    }

    /** Returns the facts of the event that a rule makes of something that happened, if it makes one. */
    List<Facts> events(EventRule rule, Happened one, Cause cause) {
        if (!rule.means(one.what())) {
            return List.of();
        }
        Facts facts = of(rule, one, cause);
        return new Conditions(facts, facts).hold(rule.when()) ? List.of(facts) : List.of();
    }

    /** Whether a change is one of those that a rule is about. */
    private boolean means(EventRule rule, Change change) {
        Entry before = change.before();
        Entry after = change.after();
        String collection = change.entry().collection();
        return before == null
                ? collection.equals(rule.created())
                : after == null
                        ? collection.equals(rule.removed())
                        : collection.equals(rule.changed()) && differ(rule, before, after);
    }

    private static Stream<Facts> each(@Nullable String lost, Facts facts) {
        return lost == null
                ? Stream.of(facts)
                : lost(node(facts.get(BEFORE + lost)), node(facts.get(lost)))
                        .map(element -> Facts.each(element, facts));
    }

    private static JsonNode node(@Nullable Object fact) {
        return fact instanceof JsonNode node ? node : MissingNode.getInstance();
    }

    /** Returns what is in a list no longer; the members of an object are compared by their names. */
    private static Stream<JsonNode> lost(JsonNode before, JsonNode after) {
        return before.isObject()
                ? before.properties().stream()
                        .filter(member -> !after.has(member.getKey()))
                        .map(Map.Entry::getValue)
                : before.valueStream().filter(element -> after.valueStream().noneMatch(element::equals));
    }

    private boolean differ(EventRule rule, Entry before, Entry after) {
        Facts old = knowledge.ofEntry(ofBank, before);
        Facts now = knowledge.ofEntry(ofBank, after);
        return rule.members().isEmpty()
                ? !before.document().equals(after.document())
                : rule.members().stream().anyMatch(member -> differ(member, old, now, before, after));
    }

    /** Whether a member differs; of one that no fact shows, such as a password, it compares what is stored. */
    private static boolean differ(String member, Facts old, Facts now, Entry before, Entry after) {
        String was = text(old.get(member));
        String is = text(now.get(member));
        return (was == null && is == null)
                ? !Objects.equals(text(Facts.at(before.document(), member)), text(Facts.at(after.document(), member)))
                : !Objects.equals(was, is);
    }

    private static @Nullable String text(@Nullable Object fact) {
        return fact == null ? null : fact.toString();
    }

    /** Returns the facts for the templates of a rule. */
    private Facts of(EventRule rule, Change change, Cause cause) {
        Facts facts = of(rule, change.entry(), of(change.at(), cause));
        Entry before = change.before();
        return name -> {
            if (name.equals("changed")) {
                return before == null || change.after() == null ? null : changed(rule, before, change.after());
            }
            if (name.startsWith(BEFORE)) {
                return before == null ? null : knowledge.ofEntry(ofBank, before).get(name.substring(BEFORE.length()));
            }
            return facts.get(name);
        };
    }

    /** Returns the names of the members that the view shows otherwise than before. */
    private ArrayNode changed(EventRule rule, Entry before, Entry after) {
        JsonNode was = views.entry(ofBank, before, rule.view());
        JsonNode is = views.entry(ofBank, after, rule.view());
        ArrayNode names = JsonNodeFactory.instance.arrayNode();
        Stream.of(was, is)
                .flatMap(shown -> shown.properties().stream().map(Map.Entry::getKey))
                .distinct()
                .filter(name -> !was.path(name).equals(is.path(name)))
                .forEach(names::add);
        return names;
    }

    private Facts of(EventRule rule, Entry entry, Facts others) {
        Facts own = knowledge.ofEntry(ofBank, entry);
        return name -> {
            if (name.equals("entry")) {
                return views.entry(ofBank, entry, rule.view());
            }
            Object fact = own.get(name);
            return fact == null ? others.get(name) : fact;
        };
    }

    /** Returns the facts about something that happened; the user whom it is about is the entry. */
    private Facts of(EventRule rule, Happened one, Cause cause) {
        Happening what = one.what();
        Optional<Entry> user = context.store().entries().find(Directory.USERS, what.user());
        Facts ofUser = user.map(entry -> knowledge.ofEntry(ofBank, entry)).orElse(name -> null);
        Facts ofCause = of(one.at(), cause);
        Facts others = name -> {
            if (name.startsWith(REFUSAL)) {
                return what.refusal() == null ? null : of(what.refusal(), name.substring(REFUSAL.length()));
            }
            if (name.startsWith(SUBJECT + ".")) {
                return ofUser.get(name.substring(SUBJECT.length() + 1));
            }
            return switch (name) {
                case SUBJECT -> user.map(Entry::id).orElse(null);
                case "client" -> what.client().isEmpty() ? null : what.client();
                default -> ofCause.get(name);
            };
        };
        return user.map(entry -> of(rule, entry, others)).orElse(others);
    }

    private static @Nullable Object of(Refusal refusal, String name) {
        String first = name.split("\\.", 2)[0];
        Object fact =
                first.equals("reason") ? refusal.reason() : refusal.facts().get(first);
        return fact instanceof JsonNode node && name.length() > first.length()
                ? Facts.at(node, name.substring(first.length() + 1))
                : fact;
    }

    /** Returns the facts of an event that no entry makes. */
    Facts of(Instant at, Cause cause) {
        Call call = cause.call();
        Facts caller = knowledge.ofCall(call == null ? ofBank : call);
        return name -> switch (name) {
            case "now" -> Timestamps.text(at);
            case "today" -> Timestamps.text(at).substring(0, "2031-03-03".length());
            case "operation" ->
                (call != null && call.route() instanceof Route.Found found)
                        ? found.operation().id()
                        : null;
            default -> caller.get(name);
        };
    }

    /** Adds the members of an object under a name to other facts. */
    static Facts with(String name, JsonNode members, Facts others) {
        return fact ->
                fact.startsWith(name + ".") ? Facts.at(members, fact.substring(name.length() + 1)) : others.get(fact);
    }
}
