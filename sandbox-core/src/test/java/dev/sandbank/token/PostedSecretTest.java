package dev.sandbank.token;

import static dev.sandbank.testing.BankAssertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.App;
import dev.sandbank.testing.CodeFlow;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.OpenIdCalls;
import dev.sandbank.testing.Person;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A client authenticates in the way it is registered for, and in no other. */
class PostedSecretTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start(App.FIXTURE);

    @Test
    void isTakenFromAClientThatIsRegisteredForIt() {
        assertThat(token().as(App.POSTING)).hasStatus(200);
        assertThat(CodeFlow.of(bank, App.POSTING).signIn(Person.ADA)).hasStatus(200);
    }

    @Test
    void isRefusedFromOthers() {
        assertThat(token().form("client_id", "jwt", "client_secret", "jwt-s3cret"))
                .hasStatus(401)
                .has("/error", "invalid_client");
    }

    @Test
    void isTheOnlyWayForAClientRegisteredSo() {
        assertThat(token().basic(App.POSTING.pair())).hasStatus(401).has("/error", "invalid_client");
        assertThat(token().form("client_id", "posting")).hasStatus(401);
        assertThat(token().form("client_id", "posting", "client_secret", "wrong"))
                .hasStatus(401);
        assertThat(token().form("client_id", "posting", "client_secret", "")).hasStatus(401);
    }

    @Test
    void isNotSentByAPublicClientWhichMaySendBasicWithoutOne() {
        CodeFlow flow = CodeFlow.of(bank, App.MOBILE);
        String refresh = flow.signIn(Person.ADA).text("/refresh_token");

        assertThat(CodeFlow.refresh(bank, App.MOBILE, refresh).form("client_secret", "x"))
                .hasStatus(401);
        assertThat(HttpCall.tokenRequest(bank, "grant_type", "refresh_token", "refresh_token", refresh)
                        .basic("mobile-app:x"))
                .hasStatus(401);
        assertThat(HttpCall.tokenRequest(bank, "grant_type", "refresh_token", "refresh_token", refresh)
                        .basic("mobile-app:"))
                .hasStatus(200);
    }

    @Test
    void isAdvertisedWhereAClientOfTheFixtureUsesIt() {
        try (Sandbank plain = Sandbank.start("apiture")) {
            assertThat(OpenIdCalls.discovery(plain))
                    .has("/token_endpoint_auth_methods_supported/0", "client_secret_basic")
                    .has("/token_endpoint_auth_methods_supported/1", "none")
                    .lacks("/token_endpoint_auth_methods_supported/2")
                    .lacks("/token_endpoint_auth_signing_alg_values_supported");
        }
        assertThat(OpenIdCalls.discovery(bank)).has("/token_endpoint_auth_methods_supported/1", "client_secret_post");
    }

    private HttpCall token() {
        return HttpCall.tokenRequest(bank, "grant_type", "client_credentials");
    }
}
