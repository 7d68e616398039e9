package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.HttpCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bank written from the documentation alone, in the style of a neobank with cards. */
class UnseenBanksTest {

    @TempDir
    Path folder;

    private Sandbank bank;

    @BeforeEach
    void start() throws IOException {
        Files.writeString(folder.resolve("dialect.yaml"), CardBank.DIALECT);
        Files.writeString(folder.resolve("fixture.yaml"), CardBank.FIXTURE);
        bank = Sandbank.start(folder.resolve("fixture.yaml").toString());
    }

    @AfterEach
    void close() {
        bank.close();
    }

    @Test
    void doesNotFindWhatHasAnotherValueThanWhereAsksFor() {
        assertThat(call("POST", "/api/cards/card_active/unfreeze"))
                .hasStatus(409)
                .has("/fault/code", "card-state");
    }

    @Test
    void doesNotFindWhatLacksTheMemberThatWhereAsksFor() {
        assertThat(call("POST", "/api/cards/card_plain/renew")).hasStatus(404);
    }

    @Test
    void takesADefaultForTheMemberThatWhereAsksFor() {
        assertThat(call("POST", "/api/cards/card_plain/unfreeze"))
                .hasStatus(200)
                .has("/status", "active");
    }

    @Test
    void fillsTheTemplatesOfWhere() {
        assertThat(call("GET", "/api/cards/card_frozen/secret")).hasStatus(200);
        assertThat(call("GET", "/api/cards/card_active/secret")).hasStatus(404);
    }

    @Test
    void showsDefaultsWhereThereIsNoView() {
        assertThat(call("GET", "/api/cards/card_plain"))
                .hasStatus(200)
                .has("/status", "frozen")
                .has("/id", "card_plain");
    }

    @Test
    void makesIdsWithTheUnderscoreOfTheirPrefix() {
        String id = call("POST", "/api/cards")
                .json("{\"nickname\": \"New\"}")
                .send()
                .text("/id");

        assertThat(id).matches("card_[a-z0-9]{14}");
    }

    @Test
    void namesTheParameterThatIsWrong() {
        assertThat(call("GET", "/api/cards?limit=0")).hasStatus(400).has("/fault/param", "limit");
    }

    @Test
    void namesNoParameterWhereTheContentItselfIsWrong() {
        assertThat(call("POST", "/api/cards").json("[]"))
                .hasStatus(400)
                .has("/fault/message", "content array found, object expected")
                .lacks("/fault/param");
    }

    @Test
    void comparesMomentsByWhenTheyAreWhateverTheirZone() {
        assertThat(call("GET", "/api/uses?from=2031-02-01T10:30:00%2B01:00"))
                .has("/items/0/id", "use_1")
                .has("/items/1/id", "use_2")
                .lacks("/items/2");
        assertThat(call("GET", "/api/uses?from=2031-02-01T10:00:00.001Z"))
                .has("/items/0/id", "use_2")
                .lacks("/items/1");
    }

    @Test
    void takesTheWholeOfADayThatIsABound() {
        assertThat(call("GET", "/api/uses?from=2031-02-01&to=2031-02-01"))
                .has("/items/0/id", "use_1")
                .lacks("/items/1");
    }

    @Test
    void tellsCodesWithLeadingZerosApart() {
        assertThat(call("GET", "/api/uses?code=7")).has("/items/0/id", "use_2").lacks("/items/1");
        assertThat(call("GET", "/api/uses?code=007"))
                .has("/items/0/id", "use_1")
                .lacks("/items/1");
    }

    private HttpCall call(String method, String path) {
        return HttpCall.call(bank, method, path).bearer(bank.tokens().forClient("sk_live"));
    }
}
