package dev.sandbank.internal.gate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sandbank.internal.model.Body;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.model.oauth.Grant;
import dev.sandbank.internal.model.oauth.Scopes;
import dev.sandbank.internal.model.oauth.User;
import dev.sandbank.internal.model.oauth.UserStatus;
import dev.sandbank.internal.model.operation.Operation;
import dev.sandbank.internal.model.operation.Operation.Access;
import dev.sandbank.internal.model.operation.Operation.Rehearsal;
import dev.sandbank.internal.model.operation.ResourceRule;
import dev.sandbank.internal.model.operation.Route;
import dev.sandbank.internal.model.operation.SecurityRequirement;
import dev.sandbank.internal.text.Fields;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls and what gates find for them, without a bank. */
final class Calls {

    static final Instant NOW = Instant.parse("2031-03-03T09:00:00Z");
    static final User ANN = new User("ann", "", UserStatus.ACTIVE);
    static final User BLOCKED = new User("bob", "", UserStatus.BLOCKED);
    static final User DISABLED = new User("eve", "", UserStatus.DISABLED);

    private Calls() {}

    /** A call with header fields and query parameters, each a name and a value. */
    static Call to(Route route, List<Map.Entry<String, String>> headers, List<Map.Entry<String, String>> query) {
        Fields sent = Fields.headers();
        headers.forEach(field -> sent.add(field.getKey(), field.getValue()));
        Fields asked = Fields.parameters();
        query.forEach(parameter -> asked.add(parameter.getKey(), parameter.getValue()));
        return Call.of(new Request("GET", "/things", "", asked, sent, Body.EMPTY), route);
    }

    static Call to(Operation operation) {
        return to(new Route.Found(operation, Map.of()), List.of(), List.of());
    }

    static Operation operation(Access access, ResourceRule... resources) {
        return new Operation(
                "things",
                "GET",
                "/things",
                access,
                List.of(),
                null,
                List.of(resources),
                List.of(),
                null,
                null,
                null,
                new Rehearsal(Map.of(), List.of()));
    }

    static Operation serving(String... subjects) {
        return operation(new Access(List.of(), List.of(), null, List.of(subjects), null, SecurityRequirement.USUAL));
    }

    static Operation needing(String... scopes) {
        return operation(new Access(List.of(scopes), List.of(), null, List.of(), null, SecurityRequirement.USUAL));
    }

    static Operation about(ResourceRule... resources) {
        return operation(new Access(List.of(), List.of(), null, List.of(), null, SecurityRequirement.USUAL), resources);
    }

    static Operation secured(List<SecurityRequirement> requirements) {
        return operation(new Access(List.of(), List.of(), null, List.of(), null, requirements));
    }

    /** A resource in a place, with the permission that it needs. */
    static ResourceRule resource(String in, String name, @Nullable String permission) {
        return new ResourceRule(
                List.of(),
                in,
                name,
                null,
                null,
                "accounts",
                null,
                Map.of(),
                permission,
                null,
                null,
                new ResourceRule.Wording(null, "hidden", null));
    }

    static Entry account(String id) {
        return new Entry("accounts", id, null, JsonNodeFactory.instance.objectNode(), NOW, NOW);
    }

    static Grant ofClient(String client, String... scopes) {
        return Grant.lasting(client, null, Scopes.of(List.of(scopes)), NOW, false);
    }

    static Grant ofUser(String user, String... scopes) {
        return Grant.lasting("app", user, Scopes.of(List.of(scopes)), NOW, false);
    }

    /** The refusal of a verdict, or null if the call passed. */
    static @Nullable Refusal refusal(Verdict<?> verdict) {
        return verdict.<@Nullable Refusal>fold(call -> null, refusal -> refusal);
    }

    /** The call of a verdict that passed it. */
    static Call passed(Verdict<Call> verdict) {
        return verdict.fold(call -> call, refusal -> {
            throw new AssertionError(refusal.detail());
        });
    }
}
