package dev.sandbank.internal.gate;

import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Refusal.TokenRefused;
import dev.sandbank.internal.model.oauth.Subject;
import dev.sandbank.internal.model.oauth.TokenFault;
import dev.sandbank.internal.model.oauth.User;
import java.util.Optional;
import java.util.function.Function;

/** Acts for the subject to which the token was issued: its user, or else the client itself. */
public final class ActAsTokenUser implements Gate<Call> {

    private final Function<String, Optional<User>> users;

    public ActAsTokenUser(Function<String, Optional<User>> users) {
        this.users = users;
    }

    @Override
    public Verdict<Call> examine(Call call) {
        if (call.grant().isOfNobody()) {
            return pass(call, Subject.nobody());
        }
        return call.grant()
                .forUser()
                .map(id -> actFor(call, id))
                .orElseGet(() -> pass(call, Subject.client(call.grant().client())));
    }

    /** Acts for a user; a token whose user was removed or disabled is refused, even if it is otherwise good. */
    private Verdict<Call> actFor(Call call, String id) {
        return users.apply(id)
                .filter(user -> !user.status().isDisabled())
                .map(user -> pass(call, Subject.user(user)))
                .orElseGet(() -> Verdict.refuse(new TokenRefused(TokenFault.REVOKED)));
    }

    private static Verdict<Call> pass(Call call, Subject subject) {
        return Verdict.pass(call.impersonation(subject), subject.toString());
    }
}
