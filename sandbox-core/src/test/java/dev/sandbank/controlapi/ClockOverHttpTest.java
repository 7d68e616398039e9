package dev.sandbank.controlapi;

import static dev.sandbank.testing.ControlCall.control;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.ControlAnswer;
import dev.sandbank.testing.HttpCall;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The clock as tests in other languages move it. */
class ClockOverHttpTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start("apiture");

    @Test
    void isStoppedMovedAndReleased() {
        move("{\"at\": \"2031-03-03T10:00:00+01:00\"}")
                .hasBody("{\"now\": \"2031-03-03T09:00:00Z\", \"frozen\": true}");
        move("{\"advance\": \"PT5M\"}").hasBody("{\"now\": \"2031-03-03T09:05:00Z\", \"frozen\": true}");
        move("{\"advance\": \"-P1D\"}").hasBody("{\"now\": \"2031-03-02T09:05:00Z\", \"frozen\": true}");
        control(bank, "GET", "/clock")
                .send()
                .hasStatus(200)
                .hasBody("{\"now\": \"2031-03-02T09:05:00Z\", \"frozen\": true}");
        assertThat(bank.clock().now()).isEqualTo(Instant.parse("2031-03-02T09:05:00Z"));

        assertThat(move("{\"follow\": true}").json().path("frozen").asBoolean()).isFalse();
        assertThat(bank.journal().changes()).hasSize(4);
    }

    @Test
    void makesTokensExpire() {
        move("{\"at\": \"2031-03-03T09:00:00Z\"}");
        String token = bank.tokens().forClient("ada-batch");

        move("{\"advance\": \"PT15M\"}");

        assertThat(HttpCall.get(bank, "/banking/accounts")
                        .bearer(token)
                        .send()
                        .decision()
                        .refusal())
                .isEqualTo("token-expired");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"at\": \"2031-03-03T09:00:00Z\", \"advance\": \"PT5M\"}",
                "{\"follow\": true, \"advance\": \"PT5M\"}"
            })
    void isToldOneThingAtATime(String content) {
        refused(content).isProblem(400, "expected exactly one of advance, at, follow");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"advance": "5 minutes"}                                 | advance is not an ISO 8601 duration
            {"advance": 5}                                           | advance is not a string
            {"advance": "PT9223372036854775807S"}                    | within the years 1 to 9999
            {"advance": "PT9223372036854775808S"}                    | within the years 1 to 9999
            {"advance": "P106751991167300D"}                         | from now it can move at most PT
            {"advance": "PT0.0000000001S"}                           | advance is not an ISO 8601 duration
            {"advance": "-P800000D"}                                 | within the years 1 to 9999
            {"at": "2031-03-03"}                                     | at is not a moment
            {"at": "2031-02-30T09:00:00Z"}                           | at is not a moment
            {"at": "+999999999-12-31T23:59:59Z"}                     | within the years 1 to 9999
            {"at": "0000-12-31T23:59:59Z"}                           | within the years 1 to 9999
            {"follow": false}                                        | follow is not true
            {"folow": true}                                          | did you mean "follow"?
            """)
    void goesNowhereElse(String content, String detail) {
        Instant before = bank.clock().now();

        refused(content).isProblem(400, detail);

        assertThat(bank.clock().now()).isBetween(before, before.plusSeconds(600));
        assertThat(bank.journal().changes()).isEmpty();
    }

    private ControlAnswer move(String content) {
        return refused(content).hasStatus(200);
    }

    private ControlAnswer refused(String content) {
        return control(bank, "PATCH", "/clock").json(content).send();
    }
}
