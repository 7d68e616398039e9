package dev.sandbank.anybank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Authentication;
import dev.sandbank.Sandbank;
import dev.sandbank.SandbankWebhook;
import dev.sandbank.WebhookDelivery;
import dev.sandbank.testing.HttpCall;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logout tokens of a bank that has no events of its own. */
class LogoutTokensTest {

    private static final String DIALECT = """
            issuer:
              path: /idp
              discovery: [/idp/metadata]
              endpoints: {authorization: /idp/authorize, token: /idp/token, jwks: /idp/keys, login: /idp/login,
                consent: /idp/consent, logout: /idp/logout}
              grants: [client_credentials, authorization_code, refresh_token]
              authMethods: [client_secret_basic]
              protocolScopes: [openid]
              logoutEnds: session
            tokens: {reply: [access_token], userReply: [access_token, refresh_token], realm: tiny}
            """;
    private static final String FIXTURE = """
            clients:
              - {id: app, secret: app-secret, scopes: [openid, read], redirectUris: ["http://127.0.0.1/back"],
                 backchannelLogoutUri: "http://127.0.0.1/out"}
            users:
              - {id: ann, username: annie, password: ann-secret}
            """;

    @TempDir
    private Path folder;

    private Sandbank bank;

    @BeforeEach
    void start() {
        bank = TinyBank.start(folder, DIALECT, FIXTURE).sandbank();
    }

    @AfterEach
    void stop() {
        bank.close();
    }

    private static List<String> bodies(Sandbank of) {
        return of.webhooks().due().stream().map(WebhookDelivery::body).toList();
    }

    @Test
    void goToItsClientsAndNobodyElse() {
        assertThat(bank.webhooks().endpoints()).extracting(SandbankWebhook::id).containsExactly("client:app");
        assertThat(bank.webhooks().events()).isEmpty();
    }

    @Test
    void areMadeWhenABearerEndsTheSession() {
        String token = bank.tokens().forUser("app", "ann", Authentication.by("pwd"));

        assertThat(HttpCall.post(bank, "/idp/logout").bearer(token).send().status())
                .isEqualTo(204);
        assertThat(bodies(bank)).singleElement().asString().startsWith("logout_token=ey");
        assertThat(bank.webhooks().events().get(0).call())
                .isEqualTo(bank.journal().lastCall().number());
    }

    @Test
    void goOnInAnExport() {
        bank.tokens().forUser("app", "ann", Authentication.by("pwd"));
        bank.user("ann").signOut();
        bank.webhooks().to("client:app").pause();

        try (Sandbank next = Sandbank.builder().fixtureText(bank.export()).start()) {
            assertThat(bodies(next)).isEmpty();
            next.webhooks().to("client:app").resume();
            bank.webhooks().to("client:app").resume();
            assertThat(bodies(next)).hasSize(1).isEqualTo(bodies(bank));
        }
    }
}
