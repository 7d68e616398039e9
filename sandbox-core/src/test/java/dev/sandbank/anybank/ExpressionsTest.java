package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.testing.Answer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What blanks of templates compute. */
class ExpressionsTest {

    private static final String DIALECT = """
            settings:
              notice: {type: duration, default: PT36H, about: Notice}
            collections:
              accounts: {visible: all}
            operations:
              - id: compute
                method: POST
                path: /sums
                body: {mediaTypes: [application/json], schema: true}
                work: {create: {collection: accounts}}
                reply:
                  headers: {X-Nick: "${body.nick else null}"}
                  body:
                    sum: "${body.left + body.right}"
                    difference: "${body.left - body.right}"
                    chain: "${body.left + body.right - 1 + '0.50'}"
                    name: "${body.nick else body.name else 'nobody, it''s {x}'}"
                    currency: "${'EUR'}"
                    number: "${12.50}"
                    yes: "${true}"
                    no: "${body.absent else false}"
                    nothing: "${null}"
                    none: "${body.absent}"
                    maybe: "${body.absent + 1 else null}"
                    text: "is ${body.left + body.right} in ${body.currency else 'EUR'}"
                    soon: "${now + PT90S}"
                    then: "${today - P1M}"
                    later: "${today + setting.notice else now + setting.notice}"
              - id: since
                method: GET
                path: /accounts
                parameters:
                  - {name: since, in: query, schema: {type: string}}
                  - {name: after, in: query, schema: {type: string}}
                work:
                  list:
                    collection: accounts
                    filters: [{fact: day, from: "${parameter.since else parameter.after}"}]
                reply: {body: {items: "${items else null}"}}
            """;
    private static final String FIXTURE = """
            accounts: [{id: a, day: "2031-01-01"}, {id: b, day: "2031-02-01"}]
            """;

    @AutoClose
    private final TinyBank bank = TinyBank.start(DIALECT, FIXTURE);

    @Test
    void addAndSubtractExactly() {
        Answer computed = compute("9007199254740993", "\"0.10\"");

        assertThat(written(computed, "/sum")).isEqualTo("\"9007199254740993.10\"");
        assertThat(written(computed, "/difference")).isEqualTo("\"9007199254740992.90\"");
    }

    @Test
    void leaveOutWhatCannotBeComputed() {
        assertThat(compute("\"2031-02-30\"", "\"P1D\"")).lacks("/sum");
    }

    @Test
    void takeTheFirstThatIsThere() {
        assertThat(compute("1", "2", "\"name\": \"Ann\"")).has("/name", "Ann").hasNoHeader("X-Nick");
        assertThat(compute("1", "2", "\"name\": \"Ann\", \"nick\": \"annie\""))
                .has("/name", "annie")
                .hasHeader("X-Nick", "annie");
        assertThat(compute("1", "2")).has("/name", "nobody, it's {x}");
    }

    @Test
    void knowConstantsAndNull() {
        Answer computed = compute("1", "2");

        assertThat(computed).has("/currency", "EUR").lacks("/none").has("/text", "is 3 in EUR");
        assertThat(written(computed, "/number")).isEqualTo("12.5");
        assertThat(written(computed, "/chain")).isEqualTo("\"2.50\"");
        assertThat(written(computed, "/yes")).isEqualTo("true");
        assertThat(written(computed, "/no")).isEqualTo("false");
        assertThat(written(computed, "/nothing")).isEqualTo("null");
        assertThat(written(computed, "/maybe")).isEqualTo("null");
    }

    @Test
    void moveByTheClockAndBySettings() {
        assertThat(compute("1", "2"))
                .has("/soon", "2031-03-03T09:01:30.000Z")
                .has("/then", "2031-02-03")
                .has("/later", "2031-03-04T21:00:00.000Z");
    }

    @Test
    void countAsFiltersIfOneParameterIsThere() {
        assertThat(bank.get("ann", "/accounts").send()).has("/items/1/id", "b");
        assertThat(bank.get("ann", "/accounts").query("after", "2031-01-15").send())
                .has("/items/0/id", "b")
                .lacks("/items/1");
    }

    private Answer compute(String left, String right, String... more) {
        String members = Stream.concat(Stream.of("\"left\": " + left, "\"right\": " + right), Stream.of(more))
                .collect(Collectors.joining(", ", "{", "}"));
        return bank.as("ann", "POST", "/sums").json(members).send();
    }

    private static String written(Answer answer, String pointer) {
        return answer.at(pointer).toString();
    }
}
