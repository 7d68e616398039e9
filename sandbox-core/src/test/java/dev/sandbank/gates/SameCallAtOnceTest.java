package dev.sandbank.gates;

import static dev.sandbank.testing.ApitureSeed.RAINY_DAY;
import static dev.sandbank.testing.ApitureSeed.SAVER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Exchange;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.AtOnce;
import dev.sandbank.testing.HttpCall;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same call by eight threads at once comes to what it comes to by one after the other, and the journal, read in its
 * order, tells the same story.
 */
class SameCallAtOnceTest {

    private static final int CALLERS = 8;

    /** A call that can be made any number of times. */
    record Written(String name, Supplier<Sandbank> world, Preparation preparation) {
        @Override
        public String toString() {
            return name;
        }
    }

    interface Preparation {
        Callable<?> call(Sandbank bank);
    }

    static Stream<Written> everyWritingOperation() {
        return Stream.concat(
                Sample.all()
                        .filter(sample -> !sample.operation().method().equals("GET"))
                        .map(sample -> new Written(
                                sample.toString(),
                                sample.built()::start,
                                bank -> Attempt.of(sample).on(bank)::send)),
                Stream.of(
                        new Written(
                                "createTransfer for which only the first has the funds",
                                SameCallAtOnceTest::busy,
                                bank -> transfer(bank, "300.00", "once")),
                        new Written(
                                "createTransfer every day, for which the first two have the funds",
                                SameCallAtOnceTest::busy,
                                bank -> transfer(bank, "150.00", "daily"))));
    }

    /** Five years of pennies fall due with the first call, so that all others wait for the same lock meanwhile. */
    private static Sandbank busy() {
        Sandbank bank = Sandbank.builder().fixtureText("""
                bank: apiture
                extends: apiture
                clock: 2031-03-03T09:00:00Z
                transfers:
                  - id: xfer-pennies
                    user: bob
                    amount: "0.01"
                    sourceAccount: acct-b7725e
                    targetAccount: acct-d94c08
                    schedule: {frequency: daily, scheduledOn: "2031-03-04"}
                """).start();
        bank.clock().freezeAt(Instant.parse("2036-03-03T09:00:00Z"));
        return bank;
    }

    private static Callable<?> transfer(Sandbank bank, String amount, String frequency) {
        String day = bank.clock().now().toString().substring(0, 10);
        String token = bank.tokens().forClient("ada-batch");
        String body = """
                {"amount":"%s","sourceAccount":{"id":"%s"},"targetAccount":{"id":"%s"},
                 "schedule":{"frequency":"%s","scheduledOn":"%s"}}""".formatted(amount, RAINY_DAY, SAVER, frequency, day);
        return () -> HttpCall.post(bank, "/banking/transfers")
                .bearer(token)
                .json(body)
                .send();
    }

    @ParameterizedTest
    @MethodSource("everyWritingOperation")
    void comesToWhatItComesToByOneAfterTheOther(Written written) throws Exception {
        assertThat(told(written, true)).isEqualTo(told(written, false));
    }

    /** What the journal tells of the calls, in its order. */
    private static List<String> told(Written written, boolean atOnce) throws Exception {
        try (Sandbank bank = written.world().get()) {
            bank.clock().freezeAt(bank.clock().now());
            List<Callable<Object>> calls = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                Callable<?> call = written.preparation().call(bank);
                calls.add(call::call);
            }
            if (atOnce) {
                AtOnce.all(calls);
            } else {
                for (Callable<Object> call : calls) {
                    call.call();
                }
            }
            return bank.journal().calls().stream().map(SameCallAtOnceTest::told).toList();
        }
    }

    private static String told(Exchange call) {
        return call.number() + " " + call.status() + " " + call.decision().refusal();
    }
}
