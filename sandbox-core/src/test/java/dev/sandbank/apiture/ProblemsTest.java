package dev.sandbank.apiture;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Every refusal of Apiture is a problem with the same members. */
class ProblemsTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start("apiture");

    @Test
    void sayWhatWhereAndWhen() {
        bank.clock().freezeAt(Instant.parse("2031-03-03T09:00:00.123456Z"));

        assertThat(get(bank, "/banking/accounts?limit=1"))
                .hasStatus(401)
                .hasHeader("Content-Type", "application/problem+json")
                .has("/type", "https://production.api.apiture.com/errors/unauthorized/v1.0.0")
                .has("/title", "Unauthorized")
                .has("/status", 401)
                .has("/occurredAt", "2031-03-03T09:00:00.123Z")
                .has("/instance", "/banking/accounts");
    }

    @Test
    void areNumberedOneByOne() {
        String first = get(bank, "/banking/accounts").send().text("/id");
        String second = get(bank, "/banking/accounts").send().text("/id");

        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void tellWhichScopesWereNeededAndHeld() {
        String token = bank.tokens().forClient("money-mover");

        assertThat(get(bank, "/banking/accounts").bearer(token))
                .hasStatus(403)
                .has("/attributes/requiredScopes/0", "banking/read")
                .has("/attributes/grantedScopes/0", "moneyMovement/write");
    }

    @Test
    void knowWhichParameterWasWrong() {
        String token = bank.tokens().forClient("ada-batch");
        Answer answer = get(bank, "/banking/accounts?limit=-1").bearer(token).send();

        assertThat(answer.text("/detail")).contains("limit");
    }

    @Test
    void haveEachOfSeveralCausesAsAProblemOfItsOwn() {
        Answer answer = get(bank, "/banking/accounts?limit=-1&location=elsewhere")
                .bearer(bank.tokens().forClient("ada-batch"))
                .send();

        assertThat(answer)
                .hasStatus(400)
                .has("/problems/0/type", answer.text("/type"))
                .has("/problems/0/title", "Bad request")
                .has("/problems/0/status", 400)
                .has("/problems/0/occurredAt", answer.text("/occurredAt"))
                .lacks("/problems/2");
        assertThat(answer.each("/problems", "id"))
                .containsExactly(answer.text("/id") + "-1", answer.text("/id") + "-2");
        assertThat(answer.each("/problems", "detail")).allMatch(answer.text("/detail")::contains);
        assertThat(List.of(
                        answer.text("/problems/0/attributes/property"), answer.text("/problems/1/attributes/property")))
                .containsExactlyInAnyOrder("limit", "location");
    }

    @Test
    void haveNoCausesBesidesThemselves() {
        assertThat(get(bank, "/banking/accounts?limit=-1").bearer(bank.tokens().forClient("ada-batch")))
                .hasStatus(400)
                .lacks("/problems");
    }

    @Test
    void ofAnotherEnvironmentNameItsPath() {
        assertThat(get(bank, "/cat/banking/accounts")).hasStatus(401).has("/instance", "/cat/banking/accounts");
    }
}
