package dev.sandbank.gates;

import static dev.sandbank.testing.BankAssertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.AnswerAssert;
import dev.sandbank.testing.EveryCase;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Of two things wrong with a call, the one that the earlier gate notices is the answer. */
class FirstRefusalTest {

    record Pair(Sample sample, Fault earlier, Fault later) {
        /** Every operation of a bank passes the same gates; what differs is the resource, and where a call names it. */
        List<Object> kind() {
            boolean aboutResource = earlier.isAboutResource() || later.isAboutResource();
            return List.of(sample.built(), aboutResource ? sample.placeOfResource() : "", earlier, later);
        }

        @Override
        public String toString() {
            return sample + " " + earlier + " before " + later;
        }
    }

    static Stream<Pair> everyTwoFaults() {
        return EveryCase.orOneOfEach(everyOperationWithEveryTwoFaults(), Pair::kind);
    }

    private static Stream<Pair> everyOperationWithEveryTwoFaults() {
        return Sample.all()
                .flatMap(sample -> Stream.of(Fault.values())
                        .filter(earlier -> earlier.fits(sample))
                        .flatMap(earlier -> Stream.of(Fault.values())
                                .filter(later -> later.fits(sample) && earlier.goesWith(later, sample))
                                .map(later -> new Pair(sample, earlier, later))));
    }

    @ParameterizedTest
    @MethodSource("everyTwoFaults")
    void isTheAnswer(Pair pair) {
        try (Sandbank bank = pair.sample().built().start()) {
            Attempt attempt = Attempt.of(pair.sample(), pair.earlier(), pair.later());
            AnswerAssert answer = assertThat(attempt.on(bank))
                    .wasRefusedAt(pair.earlier().gate(), pair.earlier().refusal());

            Wording.check(answer, pair.sample(), pair.earlier());
        }
    }
}
