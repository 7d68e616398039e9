package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.call;
import static dev.sandbank.testing.HttpCall.clientCredentials;
import static dev.sandbank.testing.HttpCall.get;
import static dev.sandbank.testing.HttpCall.post;
import static dev.sandbank.testing.UpholdSeed.ADA;
import static dev.sandbank.testing.UpholdSeed.NELL;
import static dev.sandbank.uphold.Payer.account;
import static dev.sandbank.uphold.Payer.amount;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.BuiltIn.Pair;
import dev.sandbank.testing.HttpCall;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code core.delete-user}: a user who has nothing any more is gone for good. */
class DeleteUserTest {

    private static final String REVIEW =
            "{\"review\":{\"reason\":\"closure-per-user-request\",\"note\":\"Asked for it\"}}";

    @AutoClose
    private final Sandbank bank =
            Sandbank.builder().fixtureText("""
                    bank: uphold
                    extends: uphold
                    clock: 2031-03-03T09:00:00Z
                    settings: {settlementDelay: PT1M}
                    clients:
                      - {id: nell-only, secret: nell-only-2Xx, user: %s, scopes: [core.users:read, core.users:delete]}
                    """.formatted(NELL)).start();

    @Test
    void takesTheUserAndAllThatIsTheUsers() {
        Payer nell = new Payer(bank, NELL);
        String account = nell.as(post(bank, "/core/accounts"))
                .json("{\"label\":\"Empty\",\"asset\":\"EUR\"}")
                .send()
                .text("/account/id");

        assertThat(delete(NELL, REVIEW)).hasStatus(204).wasAllowed();

        assertThat(nell.as(get(bank, "/core/users/me")))
                .hasStatus(404)
                .has("/details/entity", "user")
                .wasRefusedAt("on-behalf-of", "acting-subject-unknown");
        assertThat(nell.as(get(bank, "/core/accounts/" + account))).hasStatus(404);
        assertThatThrownBy(() -> bank.user(NELL)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesItsTokensAlong() {
        Pair client = new Pair("nell-only", "nell-only-2Xx");
        String token = clientCredentials(bank, client).send().text("/access_token");
        assertThat(call(bank, "DELETE", "/core/users/me").bearer(token).json(REVIEW))
                .hasStatus(204);

        assertThat(get(bank, "/core/users/me").bearer(token)).hasStatus(401).has("/code", "token_revoked");
        assertThat(clientCredentials(bank, client)).hasStatus(400).has("/error", "invalid_grant");
    }

    @Test
    void freesTheAddressForAnother() {
        assertThat(delete(NELL, REVIEW)).hasStatus(204);

        assertThat(post(bank, "/core/users")
                        .bearer(bank.tokens().forClient("onboarding"))
                        .header("X-Uphold-User-Ip", "192.0.2.7")
                        .json("""
                                {"type": "individual", "email": "nell@example.test", "termsOfService": "general-lt-fcs",
                                 "primaryCitizenship": "LT", "address": {"country": "LT"}}"""))
                .hasStatus(201);
    }

    @Test
    void keepsAUserWhoHasBalance() {
        assertThat(delete(ADA, REVIEW)).hasStatus(409).hasBody("""
                        {"code": "user_has_balance", "message": "The user has balance and cannot be deleted"}
                        """).wasRefusedAt("rules", "user-has-balance");
        assertThat(new Payer(bank, ADA).as(get(bank, "/core/users/me"))).hasStatus(200);
    }

    @Test
    void keepsAUserWhoHasPendingTransactions() {
        String fixture = """
                bank: uphold
                clients: [{id: payouts, secret: some-secret, scopes: [core.users:act-on-behalf-of, core.users:delete, core.transactions:create]}]
                users:
                  - {id: %s, type: business, email: nell@example.test}
                accounts: [{id: 7b0f2a52-6a0e-4c7e-9f3d-1d2b6a1f5c11, owner: %s, label: One, asset: EUR, balance: "0"}]
                externalAccounts: [{id: 2d0f7c0e-93f1-4a52-8f0e-6a7f3d1c9b20, owner: %s, type: bank, label: Bank, asset: EUR}]
                """.formatted(NELL, NELL, NELL);
        try (Sandbank other = Sandbank.builder().fixtureText(fixture).start()) {
            Payer nell = new Payer(other, NELL);
            assertThat(nell.commit(nell.quote(
                            Payer.external("2d0f7c0e-93f1-4a52-8f0e-6a7f3d1c9b20"),
                            account("7b0f2a52-6a0e-4c7e-9f3d-1d2b6a1f5c11"),
                            amount("EUR", "10"))))
                    .hasStatus(201);

            assertThat(nell.as(call(other, "DELETE", "/core/users/me")).json(REVIEW))
                    .hasStatus(409)
                    .has("/code", "user_has_pending_transactions")
                    .lacks("/details");
            other.clock().advance(Duration.ofMinutes(1));
            assertThat(nell.as(call(other, "DELETE", "/core/users/me")).json(REVIEW))
                    .hasStatus(409)
                    .has("/code", "user_has_balance");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                              | review        | required",
                "{\"review\":{}}                                 | review.reason | required",
                "{\"review\":{\"reason\":\"boredom\"}}           | review.reason | enum",
                "{\"review\":{\"reason\":\"other\",\"note\":\" x\"}} | review.note   | pattern",
                "{\"review\":\"other\"}                          | review        | type"
            })
    void needsAReason(String body, String property, String rule) {
        assertThat(delete(NELL, body))
                .hasStatus(400)
                .has("/details/violations/0/property", property)
                .has("/details/violations/0/rule", rule);
    }

    @Test
    void needsAReasonAtAll() {
        assertThat(new Payer(bank, NELL).as(call(bank, "DELETE", "/core/users/me")))
                .hasStatus(400)
                .has("/code", "request_invalid");
    }

    private HttpCall delete(String user, String body) {
        return new Payer(bank, user).as(call(bank, "DELETE", "/core/users/me")).json(body);
    }
}
