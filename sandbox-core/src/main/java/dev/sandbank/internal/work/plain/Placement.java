package dev.sandbank.internal.work.plain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.dialect.Visibility;
import dev.sandbank.internal.dialect.Visibility.Through;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Violation;
import dev.sandbank.internal.model.operation.ResourceRule;
import dev.sandbank.internal.work.OperationContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides the owner and parent of an entry, which the bank determines, never content alone. */
final class Placement {

    private final Dialect dialect;
    private final OperationContext context;

    Placement(Dialect dialect, OperationContext context) {
        this.dialect = dialect;
        this.context = context;
    }

    /** Makes the calling user the owner of a new entry, unless the bank sets one. */
    void own(ObjectNode document, Call call, String collection, Set<String> said) {
        String owner = rule(collection).owner();
        if (owner != null && !said.contains(owner) && call.subject().isUser()) {
            document.put(owner, call.subject().id());
        }
    }

    /** Keeps an entry's owner and parent, unless the bank sets them. */
    void keep(ObjectNode document, Entry before, Set<String> said) {
        Visibility rule = rule(before.collection());
        keep(document, before, rule.owner(), said);
        keep(document, before, rule.through() == null ? null : rule.through().member(), said);
    }

    private static void keep(ObjectNode document, Entry before, @Nullable String member, Set<String> said) {
        if (member == null || said.contains(member)) {
            return;
        }
        JsonNode known = before.document().path(member);
        if (known.isMissingNode()) {
            document.remove(member);
        } else {
            document.set(member, known);
        }
    }

    /** Returns why a new entry cannot belong to the parent that its content names: the caller sees no such entry. */
    Optional<Refusal> misplaced(ObjectNode document, Call call, String collection, Set<String> said) {
        Through through = rule(collection).through();
        if (through == null || said.contains(through.member())) {
            return Optional.empty();
        }
        String parent = document.path(through.member()).asText();
        if (parent.isEmpty()) {
            return Optional.of(incomplete(through.member(), "required", through.member() + " is required"));
        }
        return context.visible()
                        .find(call.subject(), through.collection(), parent)
                        .isPresent()
                ? Optional.empty()
                : Optional.of(unknown(through, parent));
    }

    private static Refusal unknown(Through through, String parent) {
        String pointer = "/" + through.member();
        Map<String, Object> facts = Map.of(
                "entity",
                through.collection(),
                "id",
                parent,
                "context",
                "body",
                "property",
                pointer,
                "pointer",
                pointer);
        return new Refusal.ResourceUnknown("resource-unknown", ResourceRule.named(through.collection(), parent), facts);
    }

    static Refusal incomplete(String property, String rule, String message) {
        return new Refusal.InputInvalid("body", List.of(new Violation(property, rule, Map.of(), message)));
    }

    boolean isLinked(String collection) {
        return rule(collection).visible().equals("linked");
    }

    /** Whether the bank's Java processes such an entry as time passes. */
    boolean isTimely(String collection, ObjectNode document) {
        return rule(collection).isTimely(document);
    }

    /** Whether the bank's Java also looks at such an entry whenever it has changed. */
    boolean isWatched(String collection, ObjectNode document) {
        JsonNode timely = rule(collection).timely();
        return timely != null && timely.isArray() && isTimely(collection, document);
    }

    private Visibility rule(String collection) {
        return dialect.collection(collection);
    }
}
