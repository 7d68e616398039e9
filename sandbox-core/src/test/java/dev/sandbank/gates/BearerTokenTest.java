package dev.sandbank.gates;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.call;
import static dev.sandbank.testing.HttpCall.get;

import dev.sandbank.DenialReason;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.BuiltIn;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.UpholdSeed;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Only one exact bearer token in one Authorization field lets anybody in. */
class BearerTokenTest {

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "bearer ", "BEARER ", "bEaReR ", "Bearer    "})
    void mayNameItsSchemeInAnyCase(String scheme) {
        for (BuiltIn built : BuiltIn.values()) {
            try (Sandbank bank = built.start()) {
                assertThat(guarded(bank, built).header("Authorization", scheme + token(bank, built)))
                        .hasStatus(200);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "Bearer%s",
                "Bearer",
                "Basic %s",
                "Token %s",
                "Bearer %s,",
                "Bearer %s, Bearer %s",
                "Bearer \"%s\"",
                "Bearer token=%s",
                "Bearer: %s",
                "Bearer\t%s"
            })
    void isRefusedInAnyOtherForm(String form) {
        for (BuiltIn built : BuiltIn.values()) {
            try (Sandbank bank = built.start()) {
                String token = token(bank, built);
                HttpCall call = guarded(bank, built).header("Authorization", String.format(form, token, token));

                assertThat(call).hasStatus(401).wasRefusedAt("token", DenialReason.TOKEN_MALFORMED);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void isComparedExactly(BuiltIn built) {
        try (Sandbank bank = built.start()) {
            String token = token(bank, built);
            String[] others = {
                token.substring(0, token.length() - 1),
                token + "A",
                token.toLowerCase(Locale.ROOT) + "a",
                token.substring(1),
                token + "="
            };
            for (String other : others) {
                assertThat(guarded(bank, built).bearer(other))
                        .hasStatus(401)
                        .wasRefusedAt("token", DenialReason.TOKEN_UNKNOWN);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void isSentOnce(BuiltIn built) {
        try (Sandbank bank = built.start()) {
            String token = token(bank, built);

            assertThat(guarded(bank, built).bearer(token).bearer(token))
                    .hasStatus(401)
                    .wasRefusedAt("token", DenialReason.TOKEN_MALFORMED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void hasNoPlaceButTheHeader(BuiltIn built) {
        try (Sandbank bank = built.start()) {
            String token = token(bank, built);

            assertThat(guarded(bank, built).query("access_token", token))
                    .hasStatus(401)
                    .wasRefusedAt("token", DenialReason.TOKEN_MISSING);
            assertThat(guarded(bank, built).header("API-Key", token)).hasStatus(401);
            assertThat(guarded(bank, built).header("Cookie", "access_token=" + token))
                    .hasStatus(401);
            assertThat(call(bank, "POST", built.guarded()).form("access_token", token))
                    .hasStatus(401);
            assertThat(guarded(bank, built).basic(built.client())).hasStatus(401);
        }
    }

    @ParameterizedTest
    @EnumSource
    void mayComeWithAnApiKeyBesides(BuiltIn built) {
        try (Sandbank bank = built.start()) {
            assertThat(guarded(bank, built).bearer(token(bank, built)).header("API-Key", "anything"))
                    .hasStatus(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/nowhere", "/accounts/", "/accounts/a/b/", "/account%73/a/b"})
    void isWantedForEveryPathBelowTheBase(String path) {
        for (BuiltIn built : BuiltIn.values()) {
            try (Sandbank bank = built.start()) {
                String base = Sample.dialect(built).api().base();
                assertThat(get(bank, base + path)).hasStatus(401);
                assertThat(call(bank, "DELETE", base + path)).hasStatus(401);
                assertThat(get(bank, base + path).bearer(token(bank, built))).hasStatus(404);
            }
        }
    }

    private static String token(Sandbank bank, BuiltIn built) {
        return bank.tokens().forClient(built.client().id());
    }

    private static HttpCall guarded(Sandbank bank, BuiltIn built) {
        HttpCall call = get(bank, built.guarded());
        return built == BuiltIn.UPHOLD ? call.onBehalfOf(UpholdSeed.ADA) : call;
    }
}
