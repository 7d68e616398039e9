package dev.sandbank.lint;

import static dev.sandbank.testing.ApitureSeed.CAT_SUITE;
import static dev.sandbank.testing.ApitureSeed.LEDGER_READER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Finding;
import dev.sandbank.Finding.Severity;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.HttpCall;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Tokens that are sent to somebody else than those that they are for. */
class WrongIssuerTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start("apiture");

    @Test
    void isAnotherEnvironment() {
        String token = HttpCall.clientCredentials(bank, LEDGER_READER).send().text("/access_token");
        HttpCall.get(bank, "/cat/banking/accounts").bearer(token).send();

        Finding found = Clients.only(bank);
        assertThat(found.rule()).isEqualTo("token-to-wrong-issuer");
        assertThat(found.severity()).isEqualTo(Severity.ERROR);
        assertThat(found.calls()).containsExactly(2L);
        assertThat(found.what())
                .isEqualTo("call 2 was refused at token: The bearer token was never issued here, but by the environment"
                        + " without a prefix");
    }

    @Test
    void isNotTheEnvironmentThatIssuedIt() {
        String token = bank.environment("cat").tokens().forClient(CAT_SUITE.id());
        HttpCall.get(bank, "/cat/banking/accounts").bearer(token).send();
        assertThat(bank.findings()).isEmpty();

        HttpCall.get(bank, "/banking/accounts").bearer(token).send();
        assertThat(Clients.only(bank).what()).endsWith("but by environment cat");
    }

    @Test
    void isToldToTheJournalAlone() {
        String token = bank.environment("cat").tokens().forClient(CAT_SUITE.id());
        String foreign =
                HttpCall.get(bank, "/banking/accounts").bearer(token).send().body();
        String unknown =
                HttpCall.get(bank, "/banking/accounts").bearer("unknown").send().body();

        assertThat(foreign.replaceAll("\"(id|occurredAt)\":\"[^\"]*\"", ""))
                .isEqualTo(unknown.replaceAll("\"(id|occurredAt)\":\"[^\"]*\"", ""));
    }

    @Test
    void isNoneForATokenThatNobodyIssued() {
        HttpCall.get(bank, "/banking/accounts").bearer("nobody").send();

        assertThat(bank.findings()).isEmpty();
    }

    @Test
    void isAnotherApi() {
        bank.loadFixture("extends: apiture\nsettings: {checkAudience: true}");
        String token = bank.tokens().audience("https://other.example.test").forClient("ledger-reader");
        HttpCall.get(bank, "/banking/accounts").bearer(token).send();

        Finding found = Clients.only(bank);
        assertThat(found.rule()).isEqualTo("token-to-wrong-issuer");
        assertThat(found.client()).isEqualTo("ledger-reader");
    }
}
