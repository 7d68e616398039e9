package dev.sandbank.internal.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sandbank.internal.model.Happening;
import dev.sandbank.internal.model.operation.Condition;
import dev.sandbank.internal.model.operation.Defaults;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which change of an entry, or what else, makes an event; at most one of the first five is given.
 *
 * @param created the collection whose new entries make it, or null
 * @param changed the collection whose changed entries make it, or null
 * @param removed the collection whose removed entries make it, or null
 * @param happened what happens to a user without a change, such as {@code signed-in}, or null
 * @param refused the reason for which a refused call makes it, or null
 * @param members the members of a changed entry, one of which must differ; empty for any
 * @param lost a member of a changed entry with a list: each element that it has no longer makes an event; or null
 * @param when conditions on the entry, as it is or, if it is gone, was, or on what happened
 * @param category the bank's name for a group of types, or null
 * @param view the view by which {@code entry} is shown, or a template for its name; null for all members
 * @param data the template of the event's data
 */
public record EventRule(
        @Nullable String created,
        @Nullable String changed,
        @Nullable String removed,
        @Nullable String happened,
        @Nullable String refused,
        List<String> members,
        @Nullable String lost,
        List<Condition> when,
        @Nullable String category,
        @Nullable String view,
        JsonNode data) {

    /** The collection of the endpoints that get events. */
    public static final String ENDPOINTS = "webhooks";

    /** The collection of events. */
    public static final String EVENTS = "webhookEvents";

    /** The member of an event with the number of the call that made it. */
    public static final String CALL = "call";

    /** The collections of a bank that has events. */
    public static final List<String> COLLECTIONS = List.of(ENDPOINTS, EVENTS);

    public EventRule {
        members = Defaults.orEmpty(members);
        when = Defaults.orEmpty(when);
        data = data == null ? TextNode.valueOf("${entry}") : data;
    }

    /** Returns the collection whose entries make the event, or the name of what does. */
    public Stream<String> watched() {
        return Stream.of(created, changed, removed, happened, refused == null ? null : Happening.refused(refused))
                .filter(Objects::nonNull);
    }

    /** Whether something that happened is what the rule is about. */
    public boolean means(Happening what) {
        return what.name().equals(happened) || (refused != null && what.name().equals(Happening.refused(refused)));
    }
}
