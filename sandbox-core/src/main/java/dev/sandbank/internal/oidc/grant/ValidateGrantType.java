package dev.sandbank.internal.oidc.grant;

import dev.sandbank.internal.oidc.endpoint.OAuthError;
import dev.sandbank.internal.oidc.endpoint.SafeText;
import dev.sandbank.internal.oidc.client.TokenRequest;
import dev.sandbank.internal.gate.Gate;
import dev.sandbank.internal.gate.Verdict;
import java.util.Set;

/** Does the bank offer this grant, and is the client registered for it? */
public final class ValidateGrantType implements Gate<TokenRequest> {

    private final Set<String> offered;

    public ValidateGrantType(Set<String> offered) {
        this.offered = offered;
    }

    @Override
    public Verdict<TokenRequest> examine(TokenRequest call) {
        String grant = call.parameter("grant_type").orElse("");
        if (grant.isEmpty()) {
            return OAuthError.invalidRequest("grant_type is required");
        }
        if (!offered.contains(grant)) {
            return OAuthError.unsupportedGrantType("The grant " + SafeText.quoted(grant) + " is not offered here");
        }
        return call.client().grants().contains(grant)
                ? Verdict.pass(call, grant)
                : OAuthError.unauthorizedClient("The client is not registered for the grant " + grant);
    }
}
