package dev.sandbank.internal.gate;

import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Refusal.TokenRefused;
import dev.sandbank.internal.model.oauth.Grant;
import dev.sandbank.internal.model.oauth.TokenFault;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Who calls? One bearer token in one {@code Authorization} field (RFC 6750 §2.1), known, in time and not taken back.
 *
 * <p>Nothing else authenticates a call: no query parameter, no form member, no API key.
 */
public final class Authenticate implements Gate<Call> {

    private final Function<String, Optional<Grant>> tokens;
    private final Supplier<Instant> now;

    public Authenticate(Function<String, Optional<Grant>> tokens, Supplier<Instant> now) {
        this.tokens = tokens;
        this.now = now;
    }

    @Override
    public Verdict<Call> examine(Call call) {
        if (!Bearer.isSent(call.request().headers())) {
            return refuse(TokenFault.MISSING);
        }
        return Bearer.in(call.request().headers())
                .map(token -> tokens.apply(token)
                        .map(grant -> admit(call, grant))
                        .orElseGet(() -> refuse(TokenFault.UNKNOWN)))
                .orElseGet(() -> refuse(TokenFault.MALFORMED));
    }

    private Verdict<Call> admit(Call call, Grant grant) {
        if (grant.revoked()) {
            return refuse(TokenFault.REVOKED);
        }
        if (grant.expiredAt(now.get())) {
            return refuse(TokenFault.EXPIRED);
        }
        String whose = grant.forUser().map(user -> " for user " + user).orElse("");
        return Verdict.pass(call.with(grant), "token of client " + grant.client() + whose);
    }

    private static Verdict<Call> refuse(TokenFault fault) {
        return Verdict.refuse(new TokenRefused(fault));
    }
}
