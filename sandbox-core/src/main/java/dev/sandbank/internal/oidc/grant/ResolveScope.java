package dev.sandbank.internal.oidc.grant;

import dev.sandbank.internal.oidc.endpoint.OAuthError;
import dev.sandbank.internal.oidc.client.TokenRequest;
import dev.sandbank.internal.gate.Gate;
import dev.sandbank.internal.gate.Verdict;
import dev.sandbank.internal.model.Scopes;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Which scopes does the client get? What it asks for, never more than it has; all it has if it does not ask. */
public final class ResolveScope implements Gate<TokenRequest> {

    private static final int LONGEST = 4096;

    private final UnaryOperator<Scopes> grantable;
    private final boolean narrows;

    /**
     * @param grantable keeps of a client's scopes those that this grant can carry
     * @param narrows whether what the client does not have is left out, not refused (RFC 6749 §3.3)
     */
    public ResolveScope(UnaryOperator<Scopes> grantable, boolean narrows) {
        this.grantable = grantable;
        this.narrows = narrows;
    }

    @Override
    public Verdict<TokenRequest> examine(TokenRequest call) {
        Scopes held = grantable.apply(call.client().scopes());
        Optional<String> asked = call.parameter("scope");
        if (asked.isEmpty()) {
            return Verdict.pass(call.granted(held), "all of the client's: " + held);
        }
        if (asked.get().length() > LONGEST || !Scopes.wellFormed(asked.get())) {
            return OAuthError.invalidScope("The scope is not a list of scope names, one space between");
        }
        Scopes wanted = narrows ? Scopes.parse(asked.get()).and(held) : Scopes.parse(asked.get());
        return held.covers(wanted) && !wanted.isEmpty()
                ? Verdict.pass(call.granted(wanted), wanted.toString())
                : OAuthError.invalidScope("The client does not have every scope it asks for");
    }
}
