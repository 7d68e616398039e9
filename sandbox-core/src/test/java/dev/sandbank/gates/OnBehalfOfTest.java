package dev.sandbank.gates;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.get;
import static dev.sandbank.testing.UpholdSeed.ACT;
import static dev.sandbank.testing.UpholdSeed.ADA;
import static dev.sandbank.testing.UpholdSeed.BRUNO;
import static dev.sandbank.testing.UpholdSeed.HARBOUR_COFFEE;
import static dev.sandbank.testing.UpholdSeed.UNKNOWN_USER;
import static dev.sandbank.testing.UpholdSeed.UUID_CLIENT;

import dev.sandbank.DenialReason;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.AnswerAssert;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.UpholdSeed;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code X-On-Behalf-Of} at Uphold, row by row. */
class OnBehalfOfTest {

    private static final String READ = "core.users:read";

    @AutoClose
    private final Sandbank bank = Sandbank.start("uphold");

    @ParameterizedTest
    @ValueSource(strings = {ADA, BRUNO, HARBOUR_COFFEE})
    void makesTheNamedUserTheSubject(String user) {
        assertThat(me(bank.tokens().forClient("payouts")).onBehalfOf(user))
                .hasStatus(200)
                .has("/user/id", user);
    }

    @Test
    void needsItsScopeOnTheTokenBesidesTheOperations() {
        assertThat(me(bank.tokens().forClient("payouts", READ)).onBehalfOf(ADA))
                .hasStatus(403)
                .wasRefusedAt("on-behalf-of", DenialReason.SCOPE_MISSING)
                .hasBody("""
                        {"code": "token_insufficient_scopes",
                         "message": "The access token lacks a scope that this call needs",
                         "details": {"security": [{"scheme": "OAuth",
                           "schemeScopes": ["core.users:act-on-behalf-of"], "tokenScopes": ["core.users:read"]}]}}
                        """);
    }

    @Test
    void tellsNoClientWithoutTheScopeWhetherAUserExists() {
        String token = bank.tokens().forClient("no-act");

        String known =
                assertThat(me(token).onBehalfOf(ADA)).hasStatus(403).answer().body();
        assertThat(me(token).onBehalfOf(UNKNOWN_USER)).hasStatus(403).hasBody(known);
        assertThat(me(token).onBehalfOf(UpholdSeed.DORA)).hasStatus(403).hasBody(known);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "user",
                "user ",
                ADA,
                "user" + ADA,
                "user  " + ADA,
                "User " + ADA,
                "USER " + ADA,
                "user 0C9C9C1E-5B0D-4A55-8F7E-2F8A3F3F7B10",
                "user {" + ADA + "}",
                "user 0c9c9c1e5b0d4a558f7e2f8a3f3f7b10",
                "user 0c9c9c1e-5b0d-0a55-8f7e-2f8a3f3f7b10",
                "user 0c9c9c1e-5b0d-4a55-7f7e-2f8a3f3f7b10",
                "user 0c9c9c1e-5b0d-4a55-8f7e-2f8a3f3f7b1",
                "user 0c9c9c1e-5b0d-4a55-8f7e-2f8a3f3f7b100",
                "user me",
                "user *",
                "group " + ADA,
                "client payouts",
                "user " + ADA + ", user " + BRUNO,
                "user " + ADA + " " + BRUNO,
                "email ada@example.test"
            })
    void isReadStrictly(String value) {
        malformed(assertThat(me(bank.tokens().forClient("payouts")).header("X-On-Behalf-Of", value)));
    }

    @Test
    void isSentOnce() {
        malformed(assertThat(
                me(bank.tokens().forClient("payouts")).onBehalfOf(ADA).onBehalfOf(ADA)));
    }

    @Test
    void isReadBeforeItsScopeIsAskedFor() {
        malformed(assertThat(me(bank.tokens().forClient("no-act")).header("X-On-Behalf-Of", "user nobody")));
    }

    @Test
    void mayHaveATabBetween() {
        assertThat(me(bank.tokens().forClient("payouts")).header("X-On-Behalf-Of", "user\t" + ADA))
                .hasStatus(200);
    }

    @Test
    void namesAUserOfTheOrganization() {
        assertThat(me(bank.tokens().forClient("payouts")).onBehalfOf(UNKNOWN_USER))
                .hasStatus(404)
                .has("/code", "entity_not_found")
                .has("/details/entity", "user")
                .wasRefusedAt("on-behalf-of", DenialReason.ACTING_SUBJECT_UNKNOWN);
    }

    @Test
    void namesNoUserWhomTheIdentityProviderDisabled() {
        assertThat(me(bank.tokens().forClient("payouts")).onBehalfOf(UpholdSeed.DORA))
                .hasStatus(403)
                .has("/code", "subject_not_allowed");
    }

    @Test
    void isNeededWhereOnlyUsersAreServed() {
        assertThat(me(bank.tokens().forClient("payouts")))
                .hasStatus(403)
                .has("/code", "subject_not_allowed")
                .wasRefusedAt("subject", DenialReason.SUBJECT_NOT_ALLOWED);
    }

    @Test
    void isNotNeededByASingleUserClient() {
        assertThat(me(bank.tokens().forClient(UpholdSeed.ADA_ONLY)))
                .hasStatus(200)
                .has("/user/id", ADA)
                .wasAllowed();
    }

    @Test
    void maySayWhatASingleUserClientIsAnyway() {
        assertThat(me(bank.tokens().forClient(UpholdSeed.ADA_ONLY)).onBehalfOf(ADA))
                .hasStatus(200)
                .has("/user/id", ADA)
                .wasAllowed();
    }

    @ParameterizedTest
    @ValueSource(strings = {BRUNO, HARBOUR_COFFEE, UNKNOWN_USER})
    void nameNobodyElseForASingleUserClient(String other) {
        bank.client(UpholdSeed.ADA_ONLY).setScopes(ACT, READ);

        assertThat(me(bank.tokens().forClient(UpholdSeed.ADA_ONLY)).onBehalfOf(other))
                .hasStatus(403)
                .has("/code", "subject_not_allowed")
                .wasRefusedAt("on-behalf-of", DenialReason.ACTING_NOT_ALLOWED);
    }

    @Test
    void mayNameTheCallingClientItself() {
        String token = bank.tokens().forClient(UUID_CLIENT.id());

        assertThat(me(token).header("X-On-Behalf-Of", "client " + UUID_CLIENT.id()))
                .hasStatus(403)
                .wasRefusedAt("subject", DenialReason.SUBJECT_NOT_ALLOWED);
    }

    @Test
    void mayNameNoOtherClient() {
        assertThat(me(bank.tokens().forClient("payouts")).header("X-On-Behalf-Of", "client " + UUID_CLIENT.id()))
                .hasStatus(403)
                .has("/code", "subject_not_allowed")
                .wasRefusedAt("on-behalf-of", DenialReason.ACTING_NOT_ALLOWED);
    }

    private HttpCall me(String token) {
        return get(bank, "/core/users/me").bearer(token);
    }

    private static void malformed(AnswerAssert answer) {
        answer.hasStatus(400)
                .has("/code", "request_invalid")
                .has("/details/context", "headers")
                .has("/details/violations/0/property", "x-on-behalf-of")
                .wasRefusedAt("on-behalf-of", DenialReason.ACTING_MALFORMED);
    }
}
