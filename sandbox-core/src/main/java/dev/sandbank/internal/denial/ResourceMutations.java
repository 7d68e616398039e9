package dev.sandbank.internal.denial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sandbank.internal.denial.CatalogueContext.Candidate;
import dev.sandbank.internal.denial.Scenario.StateChange;
import dev.sandbank.internal.dialect.Visibility;
import dev.sandbank.internal.explain.CallTemplate;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Resource;
import dev.sandbank.internal.model.operation.GateName;
import dev.sandbank.internal.model.operation.ResourceRule;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Makes denials about the resources that a call names, and about its user's permissions on them. */
final class ResourceMutations {

    private static final String UNKNOWN = "resource-unknown";

    private final CatalogueContext context;

    private ResourceMutations(CatalogueContext context) {
        this.context = context;
    }

    static Stream<Stream<Candidate>> found(CatalogueContext context) {
        ResourceMutations all = new ResourceMutations(context);
        return context.resources().stream()
                .filter(named -> !named.rule().in().equals("subject"))
                .flatMap(named -> Stream.of(all.unknown(named), all.hidden(named), all.unfit(named)));
    }

    private Stream<Candidate> unknown(Resource named) {
        if (named.rule().isSingle()) {
            Entry entry = named.entry();
            return Stream.of(state(named, "gone", SandboxChanges.removed(entry.collection(), entry.id())));
        }
        return UnusedId.like(named.entry().idFor(named.rule())).map(id -> {
            Scenario scenario = context.scenario().asking(naming(named.rule(), id));
            return new Candidate(GateName.RESOURCE, named.rule().as() + " unknown", UNKNOWN, true, scenario);
        });
    }

    /** Returns the call with another resource, which it names even if that is optional. */
    private CallTemplate naming(ResourceRule rule, String id) {
        CallTemplate call = context.call();
        boolean unsaid = rule.in().equals("body") && call.body().at(rule.name()).isMissingNode();
        if (!unsaid || !call.canName(rule) || !(call.body() instanceof ObjectNode body)) {
            return call.naming(rule, id);
        }
        ObjectNode copy = body.deepCopy();
        Trees.set(copy, List.of(rule.name().substring(1).split("/", -1)), TextNode.valueOf(id));
        return call.with(copy);
    }

    /** Hides the entry from this user. */
    private Stream<Candidate> hidden(Resource named) {
        Entry user = context.user();
        if (user == null || !isFirst(named, other -> true)) {
            return Stream.empty();
        }
        Entry entry = named.entry();
        Visibility seen = context.dialect().collection(entry.collection());
        Optional<StateChange> change = switch (seen.visible()) {
            case "linked" -> Optional.of(SandboxChanges.unlinked(user.id(), entry.collection(), entry.id()));
            case "owned" -> Optional.ofNullable(seen.owner()).map(owner -> givenAway(user, entry, owner));
            default -> Optional.empty();
        };
        return change.stream().map(done -> state(named, "not the user's", done));
    }

    private StateChange givenAway(Entry user, Entry entry, String member) {
        String other =
                CallerMutations.anotherUser(context, user.id()).map(Entry::id).orElse("somebody-else");
        return SandboxChanges.merged(
                entry.collection(),
                entry.id(),
                JsonNodeFactory.instance.objectNode().put(member, other));
    }

    /** Changes a member that the rule requires. */
    private Stream<Candidate> unfit(Resource named) {
        return isFirst(named, other -> true)
                ? named.rule().conditions().stream().flatMap(condition -> {
                    List<String> member = List.of(condition.fact().split("\\.", -1));
                    return context.valuesOf(named.entry(), member)
                            .map(value -> state(
                                    named,
                                    "with " + condition.fact() + " " + value.asText(),
                                    with(named, member, value)));
                })
                : Stream.empty();
    }

    private static StateChange with(Resource named, List<String> member, JsonNode value) {
        Entry entry = named.entry();
        return SandboxChanges.edited(entry.collection(), entry.id(), document -> Trees.set(document, member, value));
    }

    private Candidate state(Resource named, String what, StateChange change) {
        Scenario scenario = context.scenario().after(change);
        return new Candidate(GateName.RESOURCE, named.rule().as() + " " + what, UNKNOWN, true, scenario);
    }

    /** Removes the user's permissions, one by one. */
    static Stream<Candidate> entitled(CatalogueContext context) {
        Entry user = context.user();
        ResourceMutations all = new ResourceMutations(context);
        return user == null
                ? Stream.empty()
                : context.resources().stream().flatMap(named -> all.withdrawn(user, named));
    }

    private Stream<Candidate> withdrawn(Entry user, Resource named) {
        String permission = named.rule().permission();
        if (permission == null
                || !isFirst(named, other -> permission.equals(other.rule().permission()))) {
            return Stream.empty();
        }
        StateChange change = SandboxChanges.withdrawn(user.id(), named.entry(), permission);
        return Stream.of(new Candidate(
                GateName.ENTITLEMENT,
                "without " + permission + " on " + named.rule().as(),
                "entitlement-missing",
                true,
                context.scenario().after(change)));
    }

    /** Whether this is the first of several rules that name the same entry, which is the one that refuses it. */
    private boolean isFirst(Resource named, Predicate<Resource> alike) {
        return context.resources().stream()
                .filter(alike)
                .filter(other -> other.entry().id().equals(named.entry().id())
                        && other.entry().collection().equals(named.entry().collection()))
                .findFirst()
                .filter(first -> Objects.equals(first, named))
                .isPresent();
    }
}
