package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.SandbankException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Switches of a bank's own: what a fixture may set them to, and what it is told otherwise. */
class SettingKindsTest {

    private static final String DIALECT = """
            settings:
              speed: {type: string, oneOf: [slow, fast], default: slow, about: How fast}
              zone: {type: string, format: zone, default: UTC, about: Where}
              until: {type: string, format: time, default: "24:00", about: Until when}
              errors: {type: string, format: url, default: "https://tiny.example.test/errors", about: Where errors are told}
              pause: {type: delay, default: PT0S, about: How long nothing happens}
              closed: {type: strings, format: date, default: [], about: Closed days}
              asked: {type: strings, oneOf: [inside, outside], default: [], about: What is asked}
              times: {type: json, default: [], about: Times of a day}
              most: {type: integer, minimum: 1, maximum: 10, default: 3, about: At most}
              least: {type: integer, minimum: 0, default: 0, about: At least}
            operations:
              - id: settings
                method: GET
                path: /settings
                resources: [{in: subject, collection: users, as: me}]
                work: {get: {}}
                reply: {body: {speed: "${setting.speed}", until: "${setting.until}", most: "${setting.most}"}}
            """;

    @Test
    void areWhatTheFixtureSays() {
        String settings = "settings: {speed: fast, zone: America/New_York, until: \"17:30\", closed: [\"2031-07-04\"],"
                + " asked: [outside], times: [{at: 9}], most: 10, least: 99, errors: \"https://api.example.test/e\"}\n";

        try (TinyBank bank = TinyBank.start(DIALECT, settings)) {
            assertThat(bank.get("ann", "/settings"))
                    .has("/speed", "fast")
                    .has("/until", "17:30")
                    .has("/most", 10);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            speed: fats               | settings.speed: found "fats", expected one of slow, fast, did you mean "fast"?
            zone: Mars/Olympus        | settings.zone: found "Mars/Olympus", expected a time zone, such as "America/New_York"
            until: "25:00"            | settings.until: found "25:00", expected a time of day, such as "17:30"
            until: "24:01"            | settings.until: found "24:01", expected a time of day, such as "17:30"
            errors: /errors           | settings.errors: found "/errors", expected an absolute URL without a query
            errors: "https://a.b/?x"  | settings.errors: found "https://a.b/?x", expected an absolute URL without a query
            pause: -PT1S              | settings.pause: found "-PT1S", expected an ISO-8601 duration of zero or more
            closed: "2031-07-04"      | settings.closed: found "2031-07-04", expected a list of strings
            closed: ["2031-02-30"]    | settings.closed[0]: found "2031-02-30", expected a date, such as "2031-03-03"
            closed: [20310704]        | settings.closed[0]: found the number 20310704, expected a date, such as "2031-03-03"
            times: nine               | settings.times: found "nine", expected a list or an object
            most: 0                   | settings.most: found the number 0, expected an integer from 1 to 10
            most: 11                  | settings.most: found the number 11, expected an integer from 1 to 10
            least: -1                 | settings.least: found the number -1, expected an integer from 0
            asked: [inside, outsid]   | settings.asked[1]: found "outsid", expected one of inside, outside, did you mean "outside"?
            """)
    void areHeldToWhatTheyCanBe(String setting, String told) {
        assertThatThrownBy(() ->
                        TinyBank.start(DIALECT, "settings: {" + setting + "}\n").close())
                .isInstanceOf(SandbankException.class)
                .hasMessageContaining(told);
    }
}
