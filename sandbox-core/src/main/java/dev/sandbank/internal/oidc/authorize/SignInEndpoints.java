package dev.sandbank.internal.oidc.authorize;

import dev.sandbank.internal.oidc.session.BrowserSessions;
import dev.sandbank.internal.oidc.session.EndSessionEndpoint;
import dev.sandbank.internal.oidc.endpoint.Endpoint;
import dev.sandbank.internal.oidc.token.Issuance;
import dev.sandbank.internal.oidc.endpoint.IssuerUrls;
import dev.sandbank.internal.oidc.session.PageForms;
import dev.sandbank.internal.oidc.endpoint.UserEligibility;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.gate.Gates;
import dev.sandbank.internal.model.Ids;
import dev.sandbank.internal.model.Settings;
import dev.sandbank.internal.model.SignedValue;
import dev.sandbank.internal.oidc.sign.SigningKeys;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.store.Store;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

/** Puts together the endpoints where people sign in, consent and sign out. */
public final class SignInEndpoints {

    private final Map<String, Endpoint> byName;

    public SignInEndpoints(
            Dialect dialect,
            Settings settings,
            Store store,
            Ids ids,
            Supplier<Instant> now,
            IssuerUrls issuer,
            SigningKeys keys,
            Issuance issuance,
            UserEligibility standing) {
        Directory directory = new Directory(store);
        boolean offersUsers = settings.flag("offerUsers");
        SignedValue seal = new SignedValue(ids);
        BrowserSessions browsers = new BrowserSessions(issuer, store, standing, ids, now);
        PageForms forms = new PageForms(browsers, seal);
        LoginPages loginPages = new LoginPages(dialect, issuer, browsers, store, seal, offersUsers);
        AuthorizationResponses answers = new AuthorizationResponses(dialect, issuer, browsers, loginPages, seal);
        CodeIssue codes = new CodeIssue(store, ids, issuance, now, settings.duration("codeLifetime"));
        SignInFlow flow = new SignInFlow(store, keys, settings, now, codes, answers);
        Gates<AuthorizationRequest> gates =
                new AuthorizationGates(directory::client, dialect, settings.flag("allowPlainPkce")).inOrder();
        AuthorizationEndpoint authorization = new AuthorizationEndpoint(gates, flow, answers, browsers);
        this.byName = Map.of(
                "authorization",
                authorization,
                "login",
                new LoginEndpoint(
                        authorization,
                        forms,
                        new Passwords(store, standing, offersUsers),
                        browsers,
                        flow,
                        answers,
                        settings.duration("sessionLifetime"),
                        dialect.title()),
                "consent",
                new ConsentEndpoint(authorization, forms, browsers, store, flow, answers, dialect.title()),
                "end_session",
                new EndSessionEndpoint(
                        issuer, browsers, forms, loginPages, keys, seal, store, directory::client, dialect.title()));
    }

    public Map<String, Endpoint> byName() {
        return byName;
    }
}
