package dev.sandbank.internal.denial;

import dev.sandbank.internal.denial.Credential.Fault;
import dev.sandbank.internal.dialect.Api;
import dev.sandbank.internal.dialect.ImpliedScopes;
import dev.sandbank.internal.model.GateName;
import dev.sandbank.internal.model.Scopes;
import java.time.Duration;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What can be wrong with the token of a call: the token itself, how often it was used, and what it holds. */
final class OfTokens {

    private static final GateName GATE = GateName.TOKEN;

    private OfTokens() {}

    static Stream<Denial> itself(Basis basis) {
        Stream<Denial> any = Stream.of(
                token(basis, "none", "token-missing", Fault.MISSING, false),
                token(basis, "malformed", "token-malformed", Fault.MALFORMED, false),
                token(basis, "never issued", "token-unknown", Fault.NEVER_ISSUED, true),
                token(basis, "expired", "token-expired", Fault.EXPIRED, true),
                token(basis, "revoked", "token-revoked", Fault.REVOKED, true),
                token(basis, "client disabled since", "token-revoked", Fault.CLIENT_DISABLED, true));
        return basis.credential().user() == null
                ? any
                : Stream.concat(
                        any,
                        Stream.of(token(basis, "user disabled since", "token-revoked", Fault.USER_DISABLED, true)));
    }

    private static Denial token(Basis basis, String name, String reason, Fault fault, boolean byState) {
        Scene scene = basis.scene().by(basis.credential().with(fault));
        return basis.denial(GATE, name, reason, byState, scene);
    }

    static Stream<Denial> limit(Basis basis) {
        Api.Limit limit = basis.dialect().api().limit();
        int most = limit == null ? 0 : basis.settings().number(limit.requests());
        if (limit == null || most <= 0) {
            return Stream.empty();
        }
        Duration period = basis.settings().duration(limit.period());
        Change usedUp = Changes.usedUp(basis.caller().client().id(), most, period);
        return Stream.of(basis.denial(
                GateName.LIMIT,
                most + " requests made",
                "too-many-requests",
                true,
                basis.scene().after(usedUp)));
    }

    static Stream<Denial> scopes(Basis basis) {
        Stream<Denial> each =
                basis.operation().scopes().stream().map(scope -> lacking(basis, "without " + scope, Set.of(scope)));
        Set<String> any = Set.copyOf(basis.operation().anyScope());
        return any.isEmpty()
                ? each
                : Stream.concat(
                        each,
                        Stream.of(lacking(
                                basis,
                                "with none of "
                                        + String.join(" ", basis.operation().anyScope()),
                                any)));
    }

    private static Denial lacking(Basis basis, String name, Set<String> scopes) {
        Credential less = basis.credential().holding(without(basis, scopes));
        return basis.denial(
                GateName.SCOPE, name, "scope-missing", true, basis.scene().by(less));
    }

    /** What a token holds if it is to stand for none of these. */
    static Scopes without(Basis basis, Set<String> scopes) {
        UnaryOperator<Scopes> expandScopes = ImpliedScopes.all(basis.dialect().scopeImplies(), basis.settings());
        return Scopes.of(basis.caller().scopes().names().stream()
                .filter(scope -> expandScopes.apply(Scopes.of(Set.of(scope))).names().stream()
                        .noneMatch(scopes::contains))
                .collect(Collectors.toSet()));
    }
}
