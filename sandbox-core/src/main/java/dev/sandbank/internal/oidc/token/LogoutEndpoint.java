package dev.sandbank.internal.oidc.token;

import dev.sandbank.internal.model.DecidedReply;
import dev.sandbank.internal.model.Happening;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.oauth.Grant;
import dev.sandbank.internal.model.oauth.SignIn;
import dev.sandbank.internal.oidc.endpoint.IssuerEndpoint;
import dev.sandbank.internal.oidc.endpoint.OidcContext;
import dev.sandbank.internal.oidc.endpoint.Replies;
import dev.sandbank.internal.store.Tables;
import java.util.Optional;
import java.util.Set;

/**
 * Logs out with the access token, without a client's secret, as some banks do. It revokes the token and, if the dialect says so, all
 * tokens and the login session of the same sign-in.
 */
public final class LogoutEndpoint {

    private final OidcContext context;
    private final BearerEndpoint bearer;

    private LogoutEndpoint(OidcContext context) {
        this.context = context;
        this.bearer = new BearerEndpoint(context, "logout", Set.of("POST", "DELETE"));
    }

    public static IssuerEndpoint of(OidcContext context) {
        LogoutEndpoint logout = new LogoutEndpoint(context);
        return logout.bearer.endpoint(logout::answer);
    }

    private DecidedReply answer(String token, Grant grant) {
        context.store().atomically(tables -> {
            end(tables, token, grant);
            return tables;
        });
        return bearer.allowed(grant, Replies.uncached(Reply.empty(204)));
    }

    private void end(Tables tables, String token, Grant grant) {
        String how = context.dialect().issuer().logoutEnds();
        Optional<SignIn> signIn = Optional.ofNullable(grant.signIn()).flatMap(tables.signIns()::find);
        if (how.equals("token") || signIn.isEmpty()) {
            tables.tokens().revoke(token);
        } else {
            if (how.equals("session")) {
                context.store()
                        .happened(new Happening(
                                Happening.SIGNED_OUT,
                                signIn.get().user(),
                                signIn.get().client(),
                                null));
                tables.sessions().end(signIn.get().login().session());
                tables.tokens().revokeRefreshOfSession(signIn.get().login().session());
            }
            tables.signIns().revoke(signIn.get().id());
        }
    }
}
