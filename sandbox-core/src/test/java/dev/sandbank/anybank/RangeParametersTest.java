package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.DenialReason;
import dev.sandbank.SandbankException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parameters and content can be ranges: the formats {@code date-range}, {@code amount-range} and {@code integer-range}. */
class RangeParametersTest {

    private static final String DIALECT = """
            collections: {accounts: {visible: all}}
            operations:
              - id: list
                method: GET
                path: /accounts
                scopes: [read]
                parameters:
                  - {name: day, in: query, schema: {type: string, format: date-range}}
                  - {name: amount, in: query, schema: {type: string, format: amount-range}}
                  - {name: number, in: query, schema: {type: string, format: integer-range}}
                work:
                  list:
                    collection: accounts
                    filters:
                      - {fact: day, within: "${parameter.day}"}
                      - {fact: amount, within: "${parameter.amount}"}
                      - {fact: number, within: "${parameter.number}"}
                reply: {body: {found: "${items}"}}
            """;
    private static final String FIXTURE = """
            accounts:
              - {id: a, day: "2031-03-03", amount: "9.50", number: 3}
              - {id: b, day: "2031-04-01", amount: 10, number: 4}
              - {id: c, day: soon, amount: "-9.50"}
            """;

    @AutoClose
    private final TinyBank bank = TinyBank.start(DIALECT, FIXTURE);

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "day=2031-03-03 200",
                "day=[2031-03-03,) 200",
                "day=[2031-03-32,) 400",
                "day=3 400",
                "amount=[,9.99] 200",
                "amount=[,9] 200",
                "amount=[,9.999] 400",
                "number=(3,4) 200",
                "number=3.0 400"
            })
    void areHeldToTheirGrammar(String query, int status) {
        if (status == 200) {
            assertThat(bank.get("ann", "/accounts?" + query)).hasStatus(200);
        } else {
            assertThat(bank.get("ann", "/accounts?" + query))
                    .hasStatus(400)
                    .wasRefusedAt("input", DenialReason.INPUT_INVALID);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "day=2031-03-03 a",
                "day=[2031-03-03,2031-04-01) a",
                "day=(2031-03-03,] b",
                "day=[2031-03-01,2031-04-01] ab",
                "amount=[9.50,10) a",
                "amount=[,10] ab",
                "number=(3,4] b",
                "number=3 a",
                "number=5 -"
            })
    void findWhatIsWithin(String query, String found) {
        assertThat(bank.get("ann", "/accounts?" + query).send().each("/found", "id"))
                .containsExactlyElementsOf(found.equals("-") ? List.of() : List.of(found.split("")));
    }

    @Test
    void areToldInWords() {
        assertThat(bank.get("ann", "/accounts?day=3"))
                .has("/text", "day must be a day or a range of days, such as [2031-03-01,2031-04-01)");
    }

    @Test
    void areNotMisspeltInSilence(@TempDir Path folder) {
        String misspelt = DIALECT.replace("amount-range", "ammount-range");

        assertThatThrownBy(() -> TinyBank.start(folder, misspelt, "").close())
                .isInstanceOf(SandbankException.class)
                .hasMessageContaining(
                        "schema.format: found \"ammount-range\", expected a format, did you mean \"amount-range\"?");
    }
}
