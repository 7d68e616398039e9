package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.DenialReason;
import dev.sandbank.DenialReason.OAuth;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.App;
import dev.sandbank.testing.Browser;
import dev.sandbank.testing.CodeFlow;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.OpenIdCalls;
import dev.sandbank.testing.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** At a bank that lets the bearer of an access token log out by it, the token ends, and as much else as the dialect says. */
class LogoutByBearerTest {

    private static final App APP = App.MOBILE.asking("openid offline_access banking/read");

    @TempDir
    private Path folder;

    private Sandbank start(String ends) throws IOException {
        Path dialect = Files.writeString(folder.resolve("dialect.yaml"), """
                extends: apiture
                dialect: leaving
                issuer: {logoutEnds: %s, endpoints: {logout: /oidc/leave}}
                """.formatted(ends));
        Path fixture = Files.writeString(folder.resolve("f.yaml"), """
                bank: ./%s
                clients:
                  - {id: mobile-app, scopes: [openid, offline_access, banking/read],
                     redirectUris: ["http://127.0.0.1/callback"]}
                users:
                  - {id: ada, username: ada, password: "correct horse"}
                  - {id: bob, username: bob, password: "battery staple"}
                """.formatted(dialect.getFileName()));
        return Sandbank.start(fixture.toString());
    }

    @ParameterizedTest
    @CsvSource({"token,200,''", "signIn,400,''", "session,400,login_required"})
    void endsWhatTheDialectSays(String ends, int refresh, String silently) throws IOException {
        try (Sandbank bank = start(ends)) {
            Browser browser = new Browser(bank);
            Answer tokens = CodeFlow.of(bank, APP).signIn(browser, Person.ADA);
            String token = tokens.text("/access_token");

            assertThat(HttpCall.post(bank, "/oidc/leave").bearer(token)).hasStatus(204);

            assertThat(OpenIdCalls.accounts(bank, token)).hasStatus(401).wasRefused(DenialReason.TOKEN_REVOKED);
            assertThat(HttpCall.post(bank, "/oidc/leave").bearer(token))
                    .hasStatus(401)
                    .wasRefused(DenialReason.TOKEN_REVOKED);
            assertThat(CodeFlow.refresh(bank, APP, tokens.text("/refresh_token")))
                    .hasStatus(refresh);
            assertThat(CodeFlow.of(bank, APP)
                            .with("prompt", "none")
                            .start(browser)
                            .told()
                            .getOrDefault("error", ""))
                    .isEqualTo(silently);
        }
    }

    @Test
    void takesATokenThatIsGoodAndNobodyElses() throws IOException {
        try (Sandbank bank = start("session")) {
            String mine = bank.tokens().forUser("mobile-app", "ada");
            String blocked = bank.tokens().forUser("mobile-app", "bob");
            bank.user("bob").block();

            assertThat(HttpCall.post(bank, "/oidc/leave")).hasStatus(401).wasRefused(DenialReason.TOKEN_MISSING);
            assertThat(HttpCall.post(bank, "/oidc/leave").bearer("x")).wasRefused(DenialReason.TOKEN_UNKNOWN);
            assertThat(HttpCall.post(bank, "/oidc/leave").bearer(blocked)).wasRefused(OAuth.INVALID_TOKEN_USER);
            assertThat(HttpCall.get(bank, "/oidc/leave").bearer(mine)).hasStatus(405);
            assertThat(OpenIdCalls.accounts(bank, mine)).hasStatus(200);
        }
    }
}
