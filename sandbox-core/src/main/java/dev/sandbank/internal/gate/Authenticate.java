package dev.sandbank.internal.gate;

import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Grant;
import dev.sandbank.internal.model.Refusal.TokenRefused;
import dev.sandbank.internal.model.Refusal.TokenRefused.Fault;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who calls? One bearer token in one {@code Authorization} field (RFC 6750 §2.1), known, in time and not taken back.
 *
 * <p>Nothing else authenticates a call: no query parameter, no form member, no API key.
 */
public final class Authenticate implements Gate<Call> {

    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +([-A-Za-z0-9._~+/]+=*)");

    private final Function<String, Optional<Grant>> tokens;
    private final Supplier<Instant> now;

    public Authenticate(Function<String, Optional<Grant>> tokens, Supplier<Instant> now) {
        this.tokens = tokens;
        this.now = now;
    }

    @Override
    public Verdict<Call> examine(Call call) {
        List<String> fields = call.request().headers().all("Authorization");
        if (fields.isEmpty()) {
            return refuse(Fault.MISSING);
        }
        Matcher bearer = BEARER.matcher(fields.get(0));
        if (fields.size() > 1 || !bearer.matches()) {
            return refuse(Fault.MALFORMED);
        }
        return tokens.apply(bearer.group(1)).map(grant -> admit(call, grant)).orElseGet(() -> refuse(Fault.UNKNOWN));
    }

    private Verdict<Call> admit(Call call, Grant grant) {
        if (grant.revoked()) {
            return refuse(Fault.REVOKED);
        }
        if (grant.expiredAt(now.get())) {
            return refuse(Fault.EXPIRED);
        }
        String whose = grant.forUser().map(user -> " for user " + user).orElse("");
        return Verdict.pass(call.with(grant), "token of client " + grant.client() + whose);
    }

    private static Verdict<Call> refuse(Fault fault) {
        return Verdict.refuse(new TokenRefused(fault));
    }
}
