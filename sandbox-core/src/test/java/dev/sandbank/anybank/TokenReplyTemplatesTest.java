package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.testing.Answer;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.Jwt;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bank says what its token replies tell, and how its tokens are called. */
class TokenReplyTemplatesTest {

    private static final String TOKENS = """
            tokens:
              format: jwt
              type: bearer
              realm: tiny
              claims: {consent: "${grant.consent.access.accounts}"}
              reply: &common
                token: "${access_token}"
                token_type: "${token_type}"
                expires_in: "${expires_in}"
                bank: tiny
                for: "${client} ${scope}"
                asked: "${parameter.tag}"
                refresh_expires_in: "${refresh_expires_in}"
              userReply:
                <<: *common
                access_token: "${access_token}"
                refresh_token: "${refresh_token}"
                consent_id: "${grant.consent.id}"
                psu: "${subject.username}"
            """;

    @TempDir
    Path folder;

    private static String dialect() {
        return ConsentBank.DIALECT.replaceAll("(?m)^tokens: .*\\R", TOKENS.replace("$", "\\$"));
    }

    @Test
    void fillWhatTheyKnowAndLeaveOutTheRest() {
        try (ConsentBank bank = new ConsentBank(
                TinyBank.start(folder, dialect(), ConsentBank.FIXTURE).sandbank())) {
            Answer own = HttpCall.tokenRequest(bank.sandbank(), "grant_type", "client_credentials", "tag", "x")
                    .basic("robot:robot-secret")
                    .send();

            assertThat(own)
                    .hasStatus(200)
                    .hasMembersOnly("", "token", "token_type", "expires_in", "bank", "for", "asked")
                    .has("/token_type", "bearer")
                    .has("/for", "robot read")
                    .has("/asked", "x");
            assertThat(own.at("/expires_in").isIntegralNumber()).isTrue();
            assertThat(own.decision().gates().get(0).saw()).isEqualTo("one form, each parameter once");
        }
    }

    @Test
    void tellOfTheConsentAndTheRefreshToken() {
        try (ConsentBank bank = new ConsentBank(
                TinyBank.start(folder, dialect(), ConsentBank.FIXTURE).sandbank())) {
            Answer tokens = bank.tokens(bank.sandbank().signIn(bank.requestUri(), "ann"));
            String token = tokens.text("/access_token");

            assertThat(tokens.text("/consent_id"))
                    .isEqualTo(bank.consentOf(token).id())
                    .startsWith("co-");
            assertThat(tokens.text("/psu")).isEqualTo("ann");
            assertThat(tokens.at("/refresh_expires_in").asLong())
                    .isEqualTo(Duration.ofDays(30).toSeconds());
            assertThat(Jwt.of(token).claims().path("consent").toString()).isEqualTo("[\"a-1\",\"a-2\"]");
            assertThat(HttpCall.post(bank.sandbank(), "/idp/introspect")
                            .basic("app:app-secret")
                            .form("token", token)
                            .send()
                            .text("/token_type"))
                    .isEqualTo("bearer");
        }
    }

    @Test
    void keepTheLifeOfARefreshTokenThatIsNotReplaced() {
        String fixture = ConsentBank.FIXTURE + "settings: {rotateRefreshTokens: false}\n";
        try (ConsentBank bank =
                new ConsentBank(TinyBank.start(folder, dialect(), fixture).sandbank())) {
            Answer tokens = bank.tokens(bank.sandbank().signIn(bank.requestUri(), "ann"));
            bank.sandbank().clock().advance(Duration.ofDays(1));

            assertThat(bank.refreshed(tokens).at("/refresh_expires_in").asLong())
                    .isEqualTo(Duration.ofDays(29).toSeconds());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "${refresh_token}"      | "${refresh_tokn}"            | tokens.userReply.refresh_token: found "refresh_tokn", expected a fact that begins with
            "${refresh_token}"      | "${refresh_tokn}"            | did you mean "refresh_token"?
            "${parameter.tag}"      | "${parameter.client_secret}" | tokens.reply.asked: found "parameter.client_secret", expected another parameter: this one is a secret
            "${client} ${scope}"    | "${client"                   | expected a "}" for each "${"
            type: bearer            | type: mac                    | tokens.type: found "mac", expected Bearer, in upper or lower case
            """)
    void areChecked(String right, String wrong, String told) {
        assertThat(dialect()).contains(right);
        assertThatThrownBy(() -> TinyBank.start(folder, dialect().replace(right, wrong), ConsentBank.FIXTURE))
                .hasMessageContaining(told);
    }
}
