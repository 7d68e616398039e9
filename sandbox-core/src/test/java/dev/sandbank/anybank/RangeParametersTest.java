package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;

import dev.sandbank.Refusals;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parameters and content can be ranges: the formats {@code date-range}, {@code amount-range} and {@code integer-range}. */
class RangeParametersTest {

    @AutoClose
    private final TinyBank bank = TinyBank.start("""
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
                work: {list: {collection: accounts}}
            """, "");

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "day=2031-03-03 200", "day=[2031-03-03,) 200", "day=[2031-03-32,) 400", "day=3 400",
                "amount=[,9.99] 200", "amount=[,9.9] 400", "number=(3,4) 200", "number=3.0 400"
            })
    void areHeldToTheirGrammar(String query, int status) {
        if (status == 200) {
            assertThat(bank.get("ann", "/accounts?" + query)).hasStatus(200);
        } else {
            assertThat(bank.get("ann", "/accounts?" + query))
                    .hasStatus(400)
                    .wasRefusedAt("input", Refusals.INPUT_INVALID);
        }
    }
}
