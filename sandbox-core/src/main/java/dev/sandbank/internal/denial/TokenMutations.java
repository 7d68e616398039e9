package dev.sandbank.internal.denial;

import dev.sandbank.internal.denial.CatalogueContext.Candidate;
import dev.sandbank.internal.denial.Scenario.Credential;
import dev.sandbank.internal.denial.Scenario.Credential.Fault;
import dev.sandbank.internal.denial.Scenario.StateChange;
import dev.sandbank.internal.dialect.Api;
import dev.sandbank.internal.dialect.ImpliedScopes;
import dev.sandbank.internal.model.oauth.Scopes;
import dev.sandbank.internal.model.operation.GateName;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes denials about the token of a call: the token itself, how often it was used, and its scopes. */
final class TokenMutations {

    private TokenMutations() {}

    static Stream<Candidate> itself(CatalogueContext context) {
        return Stream.of(
                        token(context, "none", "token-missing", Fault.MISSING),
                        token(context, "malformed", "token-malformed", Fault.MALFORMED),
                        token(context, "never issued", "token-unknown", Fault.NEVER_ISSUED),
                        token(context, "expired", "token-expired", Fault.EXPIRED),
                        token(context, "revoked", "token-revoked", Fault.REVOKED),
                        token(context, "for another API", "token-audience", Fault.OTHER_AUDIENCE),
                        token(context, "client disabled since", "token-revoked", Fault.CLIENT_DISABLED),
                        token(context, "user disabled since", "token-revoked", Fault.USER_DISABLED))
                .filter(candidate -> context.credential().user() != null
                        || candidate.scenario().credential().fault() != Fault.USER_DISABLED)
                .filter(candidate -> context.dialect().checksAudience(context.settings())
                        || candidate.scenario().credential().fault() != Fault.OTHER_AUDIENCE);
    }

    private static Candidate token(CatalogueContext context, String name, String reason, Fault fault) {
        boolean byState = fault != Fault.MISSING && fault != Fault.MALFORMED;
        Scenario scenario = context.scenario().by(context.credential().with(fault));
        return new Candidate(GateName.TOKEN, name, reason, byState, scenario);
    }

    static Stream<Candidate> limit(CatalogueContext context) {
        Api.Limit limit = context.dialect().api().limit();
        int most = limit == null ? 0 : context.settings().number(limit.requests());
        if (limit == null || most <= 0) {
            return Stream.empty();
        }
        StateChange usedUp = SandboxChanges.usedUp(
                context.caller().client().id(), most, context.settings().duration(limit.period()));
        return Stream.of(new Candidate(
                GateName.LIMIT,
                most + " requests made",
                "too-many-requests",
                true,
                context.scenario().after(usedUp)));
    }

    static Stream<Candidate> scopes(CatalogueContext context) {
        Stream<String> ofCredential =
                context.reached().scopesOfCredential().stream().limit(1).flatMap(first -> first.names().stream());
        Stream<Candidate> each = Stream.concat(context.operation().scopes().stream(), ofCredential)
                .distinct()
                .map(scope -> lacking(context, "without " + scope, Set.of(scope)));
        Set<String> any = Set.copyOf(context.operation().anyScope());
        String names = String.join(" ", context.operation().anyScope());
        return any.isEmpty() ? each : Stream.concat(each, Stream.of(lacking(context, "with none of " + names, any)));
    }

    private static Candidate lacking(CatalogueContext context, String name, Set<String> scopes) {
        Scopes fewer = without(context, scopes);
        Credential own = context.credential();
        boolean issued = own.credentials(context.scratch().environment(), context.operation(), "")
                .haveToken();
        Scenario scenario = issued
                ? context.scenario().by(own.holding(fewer))
                : context.scenario().after(SandboxChanges.clientHolds(own.client(), fewer));
        return new Candidate(GateName.SCOPE, name, "scope-missing", true, scenario);
    }

    /** Returns the token's scopes without those that imply any of these. */
    static Scopes without(CatalogueContext context, Set<String> scopes) {
        UnaryOperator<Scopes> expandScopes = ImpliedScopes.all(context.dialect().scopeImplies(), context.settings());
        return Scopes.of(context.caller().scopes().names().stream()
                .filter(scope -> expandScopes.apply(Scopes.of(Set.of(scope))).names().stream()
                        .noneMatch(scopes::contains))
                .collect(Collectors.toSet()));
    }
}
