package dev.sandbank.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.Authentication;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.App;
import dev.sandbank.testing.CodeFlow;
import dev.sandbank.testing.Jwt;
import dev.sandbank.testing.Person;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How somebody signed in is what tokens say: as a test wants it, else as the fixture does, else by password. */
class AuthenticationTest {

    private static final Instant NOW = Instant.parse("2031-03-03T09:00:00Z");
    private static final Authentication STRONG =
            Authentication.by("pwd", "otp").acr("urn:example:loa2").ago(Duration.ofHours(1));

    @AutoClose
    private final Sandbank bank = Sandbank.builder()
            .fixtureText("bank: apiture\nextends: " + App.FIXTURE
                    + "\nusers: [{id: bob, authentication: {amr: [hwk, user], acr: 'urn:example:loa3'}}]\n")
            .start();

    @BeforeEach
    void stopTheClock() {
        bank.clock().freezeAt(NOW);
    }

    @Test
    void isByPasswordWhereNobodySaysOtherwise() {
        JsonNode claims = idToken(CodeFlow.of(bank, App.JWT).signIn(Person.ADA));

        assertThat(claims.path("amr")).hasToString("[\"pwd\"]");
        assertThat(claims.has("acr")).isFalse();
        assertThat(claims.path("auth_time").asLong()).isEqualTo(NOW.getEpochSecond());
    }

    @Test
    void isWhatTheFixtureSaysOfTheUserWhateverTheClientAsksFor() {
        CodeFlow flow = CodeFlow.of(bank, App.JWT).with("acr_values", "urn:example:loa9");

        JsonNode claims = idToken(redeemed(flow, bank.signIn(request(flow), "bob")));

        assertThat(claims.path("amr")).hasToString("[\"hwk\",\"user\"]");
        assertThat(claims.path("acr").asText()).isEqualTo("urn:example:loa3");
    }

    @Test
    void isWhatATestSaysAtTheSignIn() {
        CodeFlow flow = CodeFlow.of(bank, App.JWT);

        Answer tokens = redeemed(flow, bank.signIn(request(flow), "ada", STRONG));

        for (JsonNode claims : new JsonNode[] {
            idToken(tokens), Jwt.of(tokens.text("/access_token")).claims()
        }) {
            assertThat(claims.path("amr")).hasToString("[\"pwd\",\"otp\"]");
            assertThat(claims.path("acr").asText()).isEqualTo("urn:example:loa2");
            assertThat(claims.path("auth_time").asLong())
                    .isEqualTo(NOW.minus(Duration.ofHours(1)).getEpochSecond());
        }
    }

    @Test
    void staysThatOfTheSignInWhenItIsRefreshed() {
        CodeFlow flow = CodeFlow.of(bank, App.JWT);
        Answer tokens = redeemed(flow, bank.signIn(request(flow), "ada", STRONG));

        Answer refreshed =
                CodeFlow.refresh(bank, App.JWT, tokens.text("/refresh_token")).send();

        assertThat(Jwt.of(refreshed.text("/access_token")).claims().path("acr").asText())
                .isEqualTo("urn:example:loa2");
    }

    @Test
    void isWhatATestSaysOfAnIssuedToken() {
        JsonNode claims =
                Jwt.of(bank.tokens().forUser(App.JWT.id(), "ada", STRONG)).claims();

        assertThat(claims.path("sub").asText()).isEqualTo("ada");
        assertThat(claims.path("amr")).hasToString("[\"pwd\",\"otp\"]");
        assertThat(claims.path("acr").asText()).isEqualTo("urn:example:loa2");
        assertThat(claims.path("auth_time").asLong())
                .isEqualTo(NOW.minus(Duration.ofHours(1)).getEpochSecond());
    }

    @Test
    void isOfThePast() {
        assertThatThrownBy(() -> STRONG.ago(Duration.ofSeconds(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("in the future");
        assertThatThrownBy(() -> Authentication.by("one time"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot be empty or contain blanks");
    }

    private URI request(CodeFlow flow) {
        return URI.create(bank.baseUrl() + flow.target());
    }

    private static Answer redeemed(CodeFlow flow, URI callback) {
        String code = callback.getRawQuery().replaceAll("(?s)(.*&)?code=([^&]*).*", "$2");
        return flow.redeem(code).send();
    }

    private static JsonNode idToken(Answer tokens) {
        return Jwt.idToken(tokens).claims();
    }
}
