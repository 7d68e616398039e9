package dev.sandbank.internal.gate;

import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.model.Violation;
import dev.sandbank.internal.model.oauth.Grant;
import dev.sandbank.internal.model.oauth.Scopes;
import dev.sandbank.internal.model.oauth.Subject;
import dev.sandbank.internal.model.oauth.User;
import dev.sandbank.internal.text.TextPattern;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Finds the user that the call is made for: the token's, unless a header or parameter names another one.
 *
 * <p>It checks the syntax first, then the scope, then whether the user exists, so that a client without the scope
 * cannot probe for users.
 */
public final class ActOnBehalfOf implements Gate<Call> {

    private final Naming how;
    private final UnaryOperator<Scopes> expandScopes;
    private final Function<String, Optional<User>> users;

    /**
     * How a call names a user.
     *
     * @param name the header or parameter
     * @param fields returns its values in a request
     * @param grammar its syntax, with the group {@code id} and perhaps {@code kind}
     * @param form the grammar in words
     * @param scope the scope that a token needs to use it for a user, possibly none
     */
    public record Naming(
            String name, Function<Request, List<String>> fields, TextPattern grammar, String form, Scopes scope) {}

    /**
     * @param expandScopes adds the scopes that a token's scopes imply
     * @param users finds a user by id
     */
    public ActOnBehalfOf(Naming how, UnaryOperator<Scopes> expandScopes, Function<String, Optional<User>> users) {
        this.how = how;
        this.expandScopes = expandScopes;
        this.users = users;
    }

    @Override
    public Verdict<Call> examine(Call call) {
        List<String> sent = how.fields().apply(call.request());
        if (sent.isEmpty()) {
            return new ActAsTokenUser(users).examine(call);
        }
        Map<String, String> named = how.grammar().groups(sent.get(0)).orElse(Map.of());
        String id = named.get("id");
        if (sent.size() > 1 || id == null) {
            return Verdict.refuse(new Refusal.ActingMalformed(how.name(), violation(sent)));
        }
        return "client".equals(named.get("kind")) ? forClient(call, id) : forUser(call, id);
    }

    private Violation violation(List<String> sent) {
        String property = how.name().toLowerCase(Locale.ROOT);
        return sent.size() > 1
                ? new Violation(property, "maxItems", Map.of("maxItems", 1), "must be sent once")
                : new Violation(
                        property, "pattern", Map.of("pattern", how.grammar().text()), "must read " + how.form());
    }

    private Verdict<Call> forClient(Call call, String id) {
        return call.grant().client().equals(id)
                ? new ActAsTokenUser(users).examine(call)
                : Verdict.refuse(new Refusal.ActingNotAllowed("A client may name only itself"));
    }

    private Verdict<Call> forUser(Call call, String id) {
        Grant grant = call.grant();
        if (grant.forUser().filter(id::equals).isPresent()) {
            return new ActAsTokenUser(users).examine(call);
        }
        Scopes held = expandScopes.apply(grant.scopes());
        if (!held.covers(how.scope())) {
            return Verdict.refuse(new Refusal.ScopeMissing(how.scope(), false, held));
        }
        if (grant.forUser().isPresent()) {
            return Verdict.refuse(new Refusal.ActingNotAllowed("This client may act only for its own user"));
        }
        return users.apply(id).map(user -> act(call, user)).orElseGet(() -> unknown(id));
    }

    private static Verdict<Call> act(Call call, User user) {
        if (user.status().isDisabled()) {
            return Verdict.refuse(new Refusal.ActingNotAllowed("The user is disabled"));
        }
        Subject subject = Subject.user(user);
        return Verdict.pass(call.impersonation(subject), "on behalf of " + subject);
    }

    private static Verdict<Call> unknown(String id) {
        return Verdict.refuse(new Refusal.ActingSubjectUnknown(id));
    }
}
