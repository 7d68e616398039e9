package dev.sandbank.controlapi;

import static dev.sandbank.testing.ControlCall.control;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.AtOnce;
import dev.sandbank.testing.HttpCall;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Many tests of other languages at one sandbox: each change is made once and noted once. */
class ParallelControlsTest {

    private static final int MANY = 24;

    @AutoClose
    private final Sandbank bank = Sandbank.start("apiture");

    @Test
    void areEachMadeAndNotedOnce() throws Exception {
        List<String> ids = AtOnce.times(
                MANY,
                () -> control(bank, "POST", "/faults")
                        .json("{\"on\": [\"getAccount\"], \"effect\": {\"type\": \"fail\", \"status\": 503}}")
                        .send()
                        .hasStatus(201)
                        .text("/id"));

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(control(bank, "GET", "/faults").send().json().path("faults")).hasSize(MANY);
        assertThat(bank.journal().changes()).hasSize(MANY);
    }

    @Test
    void leaveTheBankToItsOwnWork() throws Exception {
        String token = bank.tokens().forClient("ada-batch");
        List<Callable<Integer>> deeds = IntStream.range(0, MANY)
                .<Callable<Integer>>mapToObj(i -> switch (i % 4) {
                    case 0 ->
                        () -> control(bank, "PATCH", "/clock")
                                .json("{\"advance\": \"PT1S\"}")
                                .send()
                                .status();
                    case 1 ->
                        () -> control(bank, "POST", "/tokens")
                                .json("{\"client\": \"ledger-reader\"}")
                                .send()
                                .status();
                    case 2 ->
                        () -> control(bank, "POST", "/users/bob/unblock").send().status();
                    default ->
                        () -> HttpCall.get(bank, "/banking/accounts")
                                .bearer(token)
                                .send()
                                .status();
                })
                .toList();

        assertThat(AtOnce.all(deeds)).containsOnly(200);
        assertThat(bank.journal().changes()).hasSize(MANY * 3 / 4 + 1);
        assertThat(bank.journal().calls()).hasSize(MANY / 4);
    }
}
