package dev.sandbank.internal.oidc.authorize;

import dev.sandbank.internal.oidc.token.Issuance;
import dev.sandbank.internal.oidc.grant.Pkce;
import dev.sandbank.internal.model.Code;
import dev.sandbank.internal.model.Ids;
import dev.sandbank.internal.model.Session;
import dev.sandbank.internal.model.SignIn;
import dev.sandbank.internal.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** Issues authorization codes: about 256 bits of chance, short-lived, bound to all that redemption must repeat. */
public final class CodeIssue {

    private final Store store;
    private final Ids ids;
    private final Issuance issuance;
    private final Supplier<Instant> now;
    private final Duration lifetime;

    public CodeIssue(Store store, Ids ids, Issuance issuance, Supplier<Instant> now, Duration lifetime) {
        this.store = store;
        this.ids = ids;
        this.issuance = issuance;
        this.now = now;
        this.lifetime = lifetime;
    }

    public String issue(AuthorizationRequest call, Session session) {
        SignIn signIn = signIn(call, session);
        String text = issuance.secret();
        String challenge = call.parameter("code_challenge").orElse(null);
        String method = challenge == null
                ? null
                : call.parameter("code_challenge_method").orElse(Pkce.PLAIN);
        String redirectUri = call.redirectUri().orElseThrow();
        store.atomically(tables -> {
            tables.signIns().add(signIn);
            tables.signIns()
                    .addCode(
                            text,
                            new Code(
                                    signIn,
                                    redirectUri,
                                    challenge,
                                    method,
                                    now.get().plus(lifetime),
                                    false));
            return tables;
        });
        return text;
    }

    private SignIn signIn(AuthorizationRequest call, Session session) {
        return new SignIn(
                ids.uuid(),
                call.client().id(),
                session.user(),
                call.scopes(),
                session.authTime(),
                session.id(),
                call.parameter("nonce").orElse(null),
                call.acr().orElse(null),
                call.claims(),
                false);
    }
}
