package dev.sandbank.token;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.call;
import static dev.sandbank.testing.HttpCall.clientCredentials;
import static dev.sandbank.testing.HttpCall.tokenRequest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.DenialReason;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.ApitureSeed;
import dev.sandbank.testing.BuiltIn;
import dev.sandbank.testing.BuiltIn.Pair;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.UpholdSeed;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a token endpoint refuses, row by row of the contracts, at both banks alike. */
class TokenErrorsTest {

    @ParameterizedTest
    @EnumSource
    void nameAnUnknownClientAndAWrongSecretAlike(BuiltIn built) {
        try (Sandbank bank = built.start()) {
            String stranger = refuse401(
                    clientCredentials(bank, new Pair("stranger", built.client().secret())), built);
            String wrong =
                    refuse401(clientCredentials(bank, new Pair(built.client().id(), "wrong")), built);
            String longer = refuse401(
                    clientCredentials(
                            bank, new Pair(built.client().id(), built.client().secret() + "x")),
                    built);

            assertThat(stranger).isEqualTo(wrong).isEqualTo(longer);
        }
    }

    @ParameterizedTest
    @EnumSource
    void wantACredential(BuiltIn built) {
        try (Sandbank bank = built.start()) {
            refuse401(tokenRequest(bank, "grant_type", "client_credentials"), built);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Basic", "Basic ", "Basic !!!", "Basic Zm9v", "Bearer Zm9vOmJhcg==", "Basic Zm9vOmJhcg== x"})
    void takeNoUnreadableCredential(String credential) {
        for (BuiltIn built : BuiltIn.values()) {
            try (Sandbank bank = built.start()) {
                HttpCall call = tokenRequest(bank, "grant_type", "client_credentials");
                refuse401(call.header("Authorization", credential), built);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void wantAGrantType(BuiltIn built) {
        try (Sandbank bank = built.start()) {
            refuse400(tokenRequest(bank).basic(built.client()), "invalid_request");
            refuse400(tokenRequest(bank, "scope", "x").basic(built.client()), "invalid_request");
            refuse400(tokenRequest(bank, "grant_type", "").basic(built.client()), "invalid_request");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "implicit", "CLIENT_CREDENTIALS", "client_credentials ", "\u0000", "é"})
    void knowNoOtherGrant(String grant) {
        for (BuiltIn built : BuiltIn.values()) {
            try (Sandbank bank = built.start()) {
                refuse400(tokenRequest(bank, "grant_type", grant).basic(built.client()), "unsupported_grant_type");
            }
        }
    }

    @Test
    void knowNoRefreshGrantAtUphold() {
        try (Sandbank bank = Sandbank.start("uphold")) {
            HttpCall call = tokenRequest(bank, "grant_type", "refresh_token", "refresh_token", "x");

            refuse400(call.basic(UpholdSeed.PAYOUTS), "unsupported_grant_type");
        }
    }

    @Test
    void keepTheGrantToClientsThatAreRegisteredForIt() {
        try (Sandbank bank = Sandbank.start("apiture")) {
            refuse400(clientCredentials(bank, ApitureSeed.WEB_PORTAL), "unauthorized_client");
        }
    }

    @ParameterizedTest
    @EnumSource
    void grantNoScopeThatTheClientLacks(BuiltIn built) {
        try (Sandbank bank = built.start()) {
            String own = bank.client(built.client().id()).scopes().iterator().next();
            for (String scope :
                    new String[] {"openid", "no-such/scope", own + " made-up", own.toUpperCase(Locale.ROOT), own + "*"
                    }) {
                refuse400(clientCredentials(bank, built.client(), "scope", scope), "invalid_scope");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "a  b", " banking/read", "banking/read ", "banking/read\tdata/read", "a\"b", "\u0000"})
    void takeNoScopeThatIsNotAList(String scope) {
        try (Sandbank bank = Sandbank.start("apiture")) {
            refuse400(clientCredentials(bank, ApitureSeed.GUIDE, "scope", scope), "invalid_scope");
        }
    }

    @Test
    void giveNothingToADisabledClient() {
        try (Sandbank apiture = Sandbank.start("apiture");
                Sandbank uphold = Sandbank.start("uphold")) {
            refuse401(clientCredentials(apiture, ApitureSeed.RETIRED), BuiltIn.APITURE);
            refuse401(clientCredentials(uphold, UpholdSeed.RETIRED), BuiltIn.UPHOLD);
        }
    }

    @Test
    void giveNothingForADisabledUserButStillSomethingForABlockedOne() {
        try (Sandbank apiture = Sandbank.start("apiture");
                Sandbank uphold = Sandbank.start("uphold")) {
            refuse400(clientCredentials(apiture, ApitureSeed.DORA_BATCH), "invalid_grant");
            refuse400(clientCredentials(uphold, UpholdSeed.DORA_ONLY), "invalid_grant");
            assertThat(clientCredentials(uphold, UpholdSeed.MALLORY_ONLY)).hasStatus(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "PATCH", "DELETE", "OPTIONS"})
    void areOnlyForPost(String method) {
        for (BuiltIn built : BuiltIn.values()) {
            try (Sandbank bank = built.start()) {
                assertThat(call(bank, method, bank.tokenUrl().getPath()).basic(built.client()))
                        .hasStatus(405)
                        .hasHeader("Allow", "POST")
                        .wasRefused(DenialReason.METHOD_NOT_ALLOWED);
            }
        }
    }

    private static String refuse401(HttpCall call, BuiltIn built) {
        return assertThat(call)
                .hasStatus(401)
                .has("/error", "invalid_client")
                .hasHeader("WWW-Authenticate", "Basic realm=\"" + built.fixture() + "\"")
                .hasHeader("Cache-Control", "no-store")
                .hasHeader("Pragma", "no-cache")
                .wasRefused(DenialReason.INVALID_CLIENT)
                .answer()
                .body();
    }

    private static void refuse400(HttpCall call, String error) {
        assertThat(call)
                .hasStatus(400)
                .has("/error", error)
                .hasNoHeader("WWW-Authenticate")
                .hasHeader("Cache-Control", "no-store")
                .hasHeader("Pragma", "no-cache")
                .wasRefused(error.replace('_', '-'));
    }
}
