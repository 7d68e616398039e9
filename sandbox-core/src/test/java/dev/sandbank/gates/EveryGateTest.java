package dev.sandbank.gates;

import static dev.sandbank.testing.BankAssertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.AnswerAssert;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each gate refuses, of each operation, what it is there for: in the bank's words, and written down as it was. */
class EveryGateTest {

    static Stream<Attempt> everyOperationWithEveryFault() {
        return Sample.all()
                .flatMap(sample -> Stream.of(Fault.values())
                        .filter(fault -> fault.fits(sample))
                        .map(fault -> Attempt.of(sample, fault)));
    }

    @ParameterizedTest
    @MethodSource("everyOperationWithEveryFault")
    void refusesWhatItIsThereFor(Attempt attempt) {
        Fault fault = attempt.faults().iterator().next();

        try (Sandbank bank = attempt.sample().built().start()) {
            AnswerAssert answer = assertThat(attempt.on(bank)).wasRefusedAt(fault.gate(), fault.refusal());

            Wording.check(answer, attempt.sample(), fault);
        }
    }
}
