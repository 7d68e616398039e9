package dev.sandbank.internal.gate;

import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Refusal.TokenRefused;
import dev.sandbank.internal.model.SentCredentials;
import dev.sandbank.internal.model.oauth.Grant;
import dev.sandbank.internal.model.oauth.Scopes;
import dev.sandbank.internal.model.oauth.TokenFault;
import dev.sandbank.internal.model.operation.Route;
import dev.sandbank.internal.model.operation.SecurityRequirement;
import dev.sandbank.internal.model.operation.SecurityScheme;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Authenticates the caller with the credentials that the operation asks for: usually one bearer token in one {@code
 * Authorization} field (RFC 6750 §2.1) that is known, not expired and not revoked.
 *
 * <p>Other credentials do not authenticate a call.
 */
public final class Authenticate implements Gate<Call> {

    private final Holders holders;
    private final Supplier<Instant> now;
    private final List<SecurityRequirement> elsewhere;

    /** Looks up the grants behind credentials. */
    public interface Holders {

        Optional<Grant> ofToken(String token);

        Optional<Grant> ofKey(String key);

        Optional<Grant> ofPair(String id, String secret);

        /** Returns a token's audience if it excludes this API. */
        Optional<String> audience(Grant grant);

        /** Returns why a good credential no longer counts, apart from revocation and expiry. */
        Optional<String> ended(Grant grant);
    }

    /** @param elsewhere the requirements if no operation answers */
    public Authenticate(Holders holders, Supplier<Instant> now, List<SecurityRequirement> elsewhere) {
        this.holders = holders;
        this.now = now;
        this.elsewhere = elsewhere;
    }

    @Override
    public Verdict<Call> examine(Call call) {
        List<SecurityRequirement> ways =
                call.route() instanceof Route.Found found ? found.operation().requirements() : elsewhere;
        for (SecurityRequirement way : ways) {
            if (!way.schemes().isEmpty()
                    && way.schemes().stream().allMatch(scheme -> SentCredentials.isSent(scheme, call))) {
                return admit(call, way, ways);
            }
        }
        boolean garbled = ways.stream()
                .flatMap(way -> way.schemes().stream())
                .anyMatch(scheme ->
                        !scheme.isKey() && !SentCredentials.of(scheme, call).isEmpty());
        if (garbled) {
            return refuse(ways, TokenFault.MALFORMED);
        }
        return ways.stream().anyMatch(way -> way.schemes().isEmpty())
                ? Verdict.pass(call.with(Grant.ofNobody(now.get())), "no credential needed")
                : refuse(ways, TokenFault.MISSING);
    }

    private static Verdict<Call> refuse(List<SecurityRequirement> ways, TokenFault fault) {
        return refuse(ways, new TokenRefused(fault));
    }

    /** Refuses, in the words of what is asked for if that is no token, with the challenge of the first scheme that has one. */
    private static Verdict<Call> refuse(List<SecurityRequirement> ways, TokenRefused token) {
        List<SecurityScheme> schemes =
                ways.stream().flatMap(way -> way.schemes().stream()).toList();
        boolean plain = token.detail().equals(token.fault().detail());
        String detail = plain ? detail(token.fault(), schemes) : token.detail();
        String challenge = schemes.stream()
                .map(SecurityScheme::challenge)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return Verdict.refuse(new TokenRefused(token.fault(), detail, challenge, token.client()));
    }

    private static String detail(TokenFault fault, List<SecurityScheme> schemes) {
        if (schemes.stream().anyMatch(SecurityScheme::isToken)) {
            return fault.detail();
        }
        return schemes.stream().allMatch(SecurityScheme::isBasic) && !schemes.isEmpty()
                ? fault.detailOfPair()
                : fault.detailOfKey();
    }

    private Verdict<Call> admit(Call call, SecurityRequirement way, List<SecurityRequirement> ways) {
        Verdict<Grant> proven = way.schemes().stream()
                .map(scheme -> find(scheme, SentCredentials.of(scheme, call)))
                .reduce(Authenticate::both)
                .orElseThrow();
        List<Scopes> enough = ways.stream()
                .filter(other -> other.schemes().equals(way.schemes()))
                .map(other -> Scopes.of(other.scopes()))
                .toList();
        return proven.fold(
                grant -> Verdict.pass(call.with(grant, enough), proven.saw() + whose(grant)),
                refusal -> refuse(ways, (TokenRefused) refusal));
    }

    /**
     * Combines credentials: all must be good and belong to one client; the first is the one that says most about what
     * the call may do.
     */
    private static Verdict<Grant> both(Verdict<Grant> first, Verdict<Grant> second) {
        return first.fold(
                one -> second.fold(
                        other -> one.client().equals(other.client())
                                ? Verdict.pass(one, first.saw() + " and " + second.saw())
                                : refuse(TokenFault.UNKNOWN),
                        Verdict::refuse),
                Verdict::refuse);
    }

    private Verdict<Grant> find(SecurityScheme scheme, List<String> sent) {
        if (sent.size() != 1 || sent.get(0).isEmpty()) {
            return refuse(TokenFault.MALFORMED);
        }
        if (scheme.isKey()) {
            return known(holders.ofKey(sent.get(0)), "key");
        }
        if (scheme.isBasic()) {
            return SentCredentials.Pair.in(sent.get(0))
                    .map(pair -> known(holders.ofPair(pair.id(), pair.secret()), "secret"))
                    .orElseGet(() -> refuse(TokenFault.MALFORMED));
        }
        return SentCredentials.token(scheme, sent.get(0))
                .map(token -> known(holders.ofToken(token), "token"))
                .orElseGet(() -> refuse(TokenFault.MALFORMED));
    }

    private Verdict<Grant> known(Optional<Grant> found, String what) {
        if (found.isEmpty()) {
            return refuse(TokenFault.UNKNOWN);
        }
        Grant grant = found.get();
        if (grant.revoked()) {
            return refuse(TokenFault.REVOKED, TokenFault.REVOKED.detail(), grant);
        }
        Optional<String> ended = holders.ended(grant);
        if (ended.isPresent()) {
            return refuse(TokenFault.REVOKED, ended.get(), grant);
        }
        if (grant.expiredAt(now.get())) {
            return refuse(TokenFault.EXPIRED, TokenFault.EXPIRED.detail(), grant);
        }
        return holders.audience(grant)
                .map(other -> refuse(TokenFault.AUDIENCE, other, grant))
                .orElseGet(() -> Verdict.pass(grant, what));
    }

    private static Verdict<Grant> refuse(TokenFault fault, String detail, Grant grant) {
        return Verdict.refuse(new TokenRefused(fault, detail, null, grant.client()));
    }

    private static String whose(Grant grant) {
        return " of client " + grant.client()
                + grant.forUser().map(user -> " for user " + user).orElse("");
    }

    private static <C> Verdict<C> refuse(TokenFault fault) {
        return Verdict.refuse(new TokenRefused(fault));
    }
}
