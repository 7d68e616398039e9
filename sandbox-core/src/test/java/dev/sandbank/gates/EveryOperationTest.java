package dev.sandbank.gates;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.ReplySchemas;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A call with nothing wrong passes every gate, in the one order, whatever the operation; its reply has a schema. */
class EveryOperationTest {

    static Stream<Sample> operations() {
        return Sample.all();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void letsAGoodCallPassAllGates(Sample sample) {
        try (Sandbank bank = sample.built().start()) {
            Answer answer = Attempt.of(sample).on(bank).send();

            assertThat(answer).wasAllowed();
            assertThat(answer.status()).isBetween(200, 299);
            assertThat(answer.decision().operation())
                    .isEqualTo(sample.operation().id());
            assertThat(answer.decision().subject())
                    .endsWith(sample.isForClients() ? sample.client(bank) : sample.user());
            assertThat(ReplySchemas.has(
                            sample.built().fixture(), sample.operation().id()))
                    .isTrue();
        }
    }
}
