package dev.sandbank.anybank;

import static dev.sandbank.DenialReason.OAuth.INVALID_GRANT_CONSENT;
import static dev.sandbank.DenialReason.TOKEN_REVOKED;
import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Authentication;
import dev.sandbank.Sandbank;
import dev.sandbank.SandbankResource;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.HttpCall;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A consent is looked at as it is now, and ends what came of it. */
class EndedConsentTest {

    @AutoClose
    private final ConsentBank bank = ConsentBank.start();

    private final Sandbank sandbank = bank.sandbank();

    @Test
    void isLookedAtAsItIsNow() {
        String token =
                sandbank.tokens().forUser("app", "ann", Authentication.by("pwd").consent("a-1"));
        HttpCall second = HttpCall.get(sandbank, "/api/accounts/a-2").bearer(token);

        assertThat(second).wasRefusedAt("rules", "not-picked");
        bank.consentOf(token).set("/access/accounts", List.of("a-2"));
        assertThat(second).hasStatus(200);
        assertThat(bank.seen(token)).containsExactly("a-2");
    }

    @Test
    void endsTheTokensOnceItIsGone() {
        Answer tokens = bank.tokens(sandbank.signIn(bank.requestUri("scope=openid%20read%20write"), "ann"));
        String token = tokens.text("/access_token");
        Answer other = bank.tokens(sandbank.signIn(bank.requestUri(), "ann"));
        String consent = bank.list(token).send().text("/consent");

        assertThat(HttpCall.call(sandbank, "DELETE", "/api/consents/" + consent).bearer(token))
                .hasStatus(204);

        assertThat(bank.list(token)).hasStatus(401).wasRefusedAt("token", TOKEN_REVOKED);
        assertThat(sandbank.journal().lastCall().decision().explain())
                .contains("The consent " + consent + " no longer exists");
        assertThat(HttpCall.get(sandbank, "/idp/me").bearer(token))
                .hasStatus(401)
                .wasRefused(TOKEN_REVOKED);
        assertThat(HttpCall.post(sandbank, "/idp/introspect")
                        .form("token", token)
                        .basic("app:app-secret"))
                .hasBody("{\"active\": false}");
        assertThat(bank.refreshed(tokens))
                .hasStatus(400)
                .has("/error", "invalid_grant")
                .wasRefused(INVALID_GRANT_CONSENT);
        assertThat(bank.refreshed(other)).hasStatus(200);
    }

    @Test
    void endsThemWhenItIsNotAsItMustBe() {
        Answer tokens = bank.tokens(sandbank.signIn(bank.requestUri(), "ann"));
        String token = tokens.text("/access_token");
        SandbankResource consent = bank.consentOf(token);

        consent.set("status", "revoked");
        assertThat(bank.list(token)).wasRefusedAt("token", TOKEN_REVOKED);
        assertThat(sandbank.journal().lastCall().decision().explain())
                .contains(" is no longer valid: its status is revoked");
        assertThat(bank.refreshed(tokens)).wasRefused(INVALID_GRANT_CONSENT);
        consent.set("status", "valid");
        assertThat(bank.list(token)).hasStatus(200);
        assertThat(bank.refreshed(tokens)).hasStatus(200);
    }

    @Test
    void endsByWhatFollowsFromTime() {
        String token = sandbank.tokens().forUser("app", "ann");
        bank.consentOf(token).set("until", "2031-03-03T09:10:00Z");

        sandbank.clock().advance(Duration.ofMinutes(10));

        assertThat(bank.list(token)).wasRefusedAt("token", TOKEN_REVOKED);
    }

    @Test
    void endsACodeToo() {
        URI back = sandbank.signIn(bank.requestUri(), "ann");
        String consent = sandbank.export().replaceAll("(?s).*(co-[0-9a-z]{8}).*", "$1");

        sandbank.resource("consents", consent).remove();

        assertThat(bank.tokens(back)).wasRefused(INVALID_GRANT_CONSENT);
    }

    @Test
    void outlivesAResetThatKeepsTokens() {
        String kept =
                sandbank.tokens().forUser("app", "ann", Authentication.by("pwd").consent("a-1"));
        String ended = sandbank.tokens().forUser("app", "ann");
        bank.consentOf(ended).remove();

        sandbank.resetKeepingTokens();

        assertThat(bank.seen(kept)).containsExactly("a-1");
        assertThat(bank.list(ended)).wasRefusedAt("token", TOKEN_REVOKED);
        sandbank.reset();
        assertThat(bank.list(kept)).wasRefusedAt("token", "token-unknown");
    }

    @Test
    void isExportedAsAnEntry(@TempDir Path folder) throws Exception {
        Path fixture = TinyBank.write(folder, ConsentBank.DIALECT, ConsentBank.FIXTURE);
        try (Sandbank first = Sandbank.start(fixture.toString())) {
            first.tokens().forUser("app", "ann");
            Files.writeString(fixture, first.export());
            try (Sandbank again = Sandbank.start(fixture.toString())) {
                assertThat(again.export()).isEqualTo(first.export()).contains("psu: ann");
            }
        }
    }
}
