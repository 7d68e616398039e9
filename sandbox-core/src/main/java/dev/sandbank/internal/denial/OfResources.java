package dev.sandbank.internal.denial;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sandbank.internal.dialect.Visibility;
import dev.sandbank.internal.model.Condition;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.GateName;
import dev.sandbank.internal.model.Operation;
import dev.sandbank.internal.model.ResourceRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be wrong with the resources that a call names, and with what its user may do there. */
final class OfResources {

    private static final GateName GATE = GateName.RESOURCE;
    private static final String REASON = "resource-unknown";

    private final Basis basis;

    private OfResources(Basis basis) {
        this.basis = basis;
    }

    static Stream<Denial> found(Basis basis) {
        OfResources all = new OfResources(basis);
        return basis.named().stream()
                .filter(named -> !named.rule().in().equals("subject"))
                .flatMap(named -> Stream.of(all.unknown(named), all.hidden(named), all.unfit(named)))
                .flatMap(Optional::stream);
    }

    private Optional<Denial> unknown(Named named) {
        ResourceRule rule = named.rule();
        return Unknown.like(named.entry().id(), id -> isUnknown(rule, id))
                .map(id -> basis.denial(
                        GATE,
                        name(rule) + " unknown",
                        REASON,
                        rule.unknown(),
                        true,
                        basis.scene().asking(naming(rule, id))));
    }

    private boolean isUnknown(ResourceRule rule, String id) {
        if (basis.store().entries().find(rule.collection(), id).isPresent()) {
            return false;
        }
        Sketch sketch = naming(rule, id);
        Operation.Content content = basis.operation().body();
        return (rule.in().equals("body") && content != null)
                ? basis.prepared().definition().readInput().accepts(content, sketch.body())
                : basis.operation().parameters().stream()
                        .filter(parameter -> parameter.name().equals(rule.name()))
                        .allMatch(parameter ->
                                basis.prepared().definition().readInput().accepts(parameter, id));
    }

    private Sketch naming(ResourceRule rule, String id) {
        if (!rule.in().equals("body")) {
            return basis.sketch().with(rule.name(), id);
        }
        JsonPointer pointer = JsonPointer.compile(rule.name());
        JsonNode known = basis.sketch().body();
        ObjectNode body =
                known instanceof ObjectNode object ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
        JsonNode value = known.at(pointer).isArray()
                ? JsonNodeFactory.instance.arrayNode().add(id)
                : TextNode.valueOf(id);
        Trees.set(body, steps(pointer), value);
        return basis.sketch().with(body);
    }

    private static List<String> steps(JsonPointer pointer) {
        List<String> steps = new ArrayList<>();
        for (JsonPointer rest = pointer; !rest.matches(); rest = rest.tail()) {
            steps.add(rest.getMatchingProperty());
        }
        return steps;
    }

    /** It is there, but not for this user any more. */
    private Optional<Denial> hidden(Named named) {
        Entry user = basis.user();
        if (user == null || !isFirstOfIts(named)) {
            return Optional.empty();
        }
        Entry entry = named.entry();
        Visibility seen = basis.dialect().collection(entry.collection());
        Optional<Change> change = switch (seen.visible()) {
            case "linked" -> Optional.of(Changes.unlinked(user.id(), entry.collection(), entry.id()));
            case "owned" -> Optional.ofNullable(seen.owner()).map(owner -> givenAway(user, entry, owner));
            default -> Optional.empty();
        };
        return change.map(done -> state(named, "not the user's", named.rule().hidden(), done));
    }

    private Change givenAway(Entry user, Entry entry, String member) {
        String other = OfSubjects.anotherUser(basis, user.id()).map(Entry::id).orElse("somebody-else");
        return Changes.merged(
                entry.collection(),
                entry.id(),
                JsonNodeFactory.instance.objectNode().put(member, other));
    }

    /** Where several rules name the same, the first is the one that refuses it. */
    private boolean isFirstOfIts(Named named) {
        return basis.named().stream()
                .filter(other -> other.entry().id().equals(named.entry().id())
                        && other.entry().collection().equals(named.entry().collection()))
                .findFirst()
                .filter(named::equals)
                .isPresent();
    }

    /** It lacks a member that the rule asks for. */
    private Optional<Denial> unfit(Named named) {
        if (!isFirstOfIts(named)) {
            return Optional.empty();
        }
        return named.rule().conditions().stream().findFirst().flatMap(condition -> {
            List<String> member = List.of(condition.fact().split("\\.", -1));
            return Values.seen(basis.store(), named.entry(), member)
                    .filter(value -> !breaks(condition, value))
                    .findFirst()
                    .map(value -> state(
                            named,
                            "with " + condition.fact() + " " + value.asText(),
                            named.rule().hidden(),
                            Changes.edited(
                                    named.entry().collection(),
                                    named.entry().id(),
                                    document -> Trees.set(document, member, value))));
        });
    }

    private static boolean breaks(Condition condition, JsonNode value) {
        return value.equals(condition.is());
    }

    private Denial state(Named named, String what, String phrase, Change change) {
        return basis.denial(
                GATE,
                name(named.rule()) + " " + what,
                REASON,
                phrase,
                true,
                basis.scene().after(change));
    }

    private static String name(ResourceRule rule) {
        return rule.as();
    }

    /** The user's permissions, one by one. */
    static Stream<Denial> entitled(Basis basis) {
        Entry user = basis.user();
        return user == null
                ? Stream.empty()
                : basis.named().stream().flatMap(named -> withdrawn(basis, user, named).stream());
    }

    private static Optional<Denial> withdrawn(Basis basis, Entry user, Named named) {
        String permission = named.rule().permission();
        boolean first = basis.named().stream()
                .filter(other -> other.entry().id().equals(named.entry().id()))
                .filter(other ->
                        permission != null && permission.equals(other.rule().permission()))
                .findFirst()
                .filter(named::equals)
                .isPresent();
        if (permission == null || !first) {
            return Optional.empty();
        }
        Change change = Changes.withdrawn(user.id(), named.entry(), permission);
        return Optional.of(basis.denial(
                GateName.ENTITLEMENT,
                "without " + permission + " on " + name(named.rule()),
                "entitlement-missing",
                named.rule().denied(),
                true,
                basis.scene().after(change)));
    }
}
