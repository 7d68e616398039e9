package user.old;

import static dev.sandbank.junit.SandbankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.DenialReason;
import dev.sandbank.Sandbank;
import dev.sandbank.junit.WithSandbank;
import java.net.URI;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.Test;

/** The sandbox does all that it does, with its own libraries. */
class SandboxTest {

    @Test
    @WithSandbank("apiture")
    void answersAsApiture(Sandbank sandbox) {
        Bank bank = new Bank(sandbox);

        String token = bank.token("ada-batch", "ada-batch-9vN4gC");

        assertThat(bank.get(sandbox.url("listAccounts"), token).statusCode()).isEqualTo(200);
        assertThat(bank.get(sandbox.url("listAccounts"), "stolen").statusCode()).isEqualTo(401);
        assertThat(sandbox).lastCall().wasRefused(DenialReason.TOKEN_UNKNOWN);
    }

    @Test
    @WithSandbank("uphold")
    void answersAsUphold(Sandbank sandbox) {
        Bank bank = new Bank(sandbox);
        URI accounts = sandbox.url("core.list-accounts");
        sandbox.user(Bank.ADA).block();

        String token = bank.token("payouts", "s3cr.et_~1");

        assertThat(bank.getForAda(accounts, token).statusCode()).isEqualTo(200);
        assertThat(bank.postForAda(accounts, token, "{\"label\": \"A\", \"asset\": \"EUR\"}")
                        .statusCode())
                .isEqualTo(409);
        assertThat(sandbox).lastCall().wasRefused(DenialReason.SUBJECT_BLOCKED);
    }

    /** JSON Schema, and the sentences in which its library says what is wrong. */
    @Test
    @WithSandbank("uphold")
    void checksBodies(Sandbank sandbox) {
        Bank bank = new Bank(sandbox);
        String token = bank.token("payouts", "s3cr.et_~1");

        assertThat(bank.postForAda(sandbox.url("core.create-account"), token, "{\"label\": 7}"))
                .returns(400, reply -> reply.statusCode());
    }

    /** A page is made by a template that was compiled before its library was relocated. */
    @Test
    @WithSandbank("apiture")
    void showsPages(Sandbank sandbox) {
        URI signIn = URI.create(
                sandbox.baseUrl()
                        + "/oidc/authorize?response_type=code&client_id=web-portal&redirect_uri=http%3A%2F%2F127.0.0.1%2Fcallback&scope=openid");

        assertThat(Bank.send(HttpRequest.newBuilder(signIn)).body()).contains("<form");
    }

    /** A bank whose dialect is checked by the rules of JSON Schema itself. */
    @Test
    @WithSandbank("dev/sandbank/fixtures/examples/musterbank/fixture.yaml")
    void speaksADialectOfTheUsers(Sandbank sandbox) {
        assertThat(sandbox.bankName()).isNotIn("apiture", "uphold");
    }
}
