package dev.sandbank.junit.falsepasses;

import static dev.sandbank.junit.SandbankAssertions.assertThat;

import dev.sandbank.BadDelivery;
import dev.sandbank.Sandbank;
import dev.sandbank.junit.BadWebhooks;
import dev.sandbank.junit.WithSandbank;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** Tests of receivers that see no bad delivery, or do not look at what became of it. */
final class WrongReceivers {

    static final String BANK = "dev/sandbank/junit/events/fixture.yaml";

    private WrongReceivers() {}

    @WrongTest(
            value = "`@BadWebhooks`, but the test sends the delivery nowhere",
            says = "it sent the bad delivery to no receiver")
    @WithSandbank(BANK)
    static class SendsNothing {

        @ParameterizedTest
        @BadWebhooks(type = "balance-changed", data = "{\"balance\": \"7.00\"}")
        void handles(BadDelivery bad) {
            bad.differences(List.of(bad.expectation().fits(200) ? 200 : 400), bad.stored());
        }
    }

    @WrongTest(
            value = "`@BadWebhooks`, but the test does not look at what the receiver did",
            says = "it did not check what the receiver did")
    @WithSandbank(BANK)
    static class LooksAway {

        @ParameterizedTest
        @BadWebhooks(type = "balance-changed", data = "{\"balance\": \"7.00\"}")
        void handles(BadDelivery bad) {
            bad.attempts().forEach(LooksAway::receive);
        }

        private static void receive(BadDelivery.Attempt attempt) {
            attempt.body();
        }
    }

    @WrongTest(
            value = "`@BadWebhooks`, but the test ignores that `differences(…)` are not empty",
            says = "the receiver did something else than a right one")
    @WithSandbank(BANK)
    static class IgnoresTheDifferences {

        @ParameterizedTest
        @BadWebhooks(type = "balance-changed", data = "{\"balance\": \"7.00\"}")
        void handles(BadDelivery bad) {
            List<Integer> failures = bad.attempts().stream().map(attempt -> 500).toList();
            bad.differences(failures, 0);
        }
    }

    @WrongTest(
            value = "`webhooks().wereAcknowledged()`, but the bank made no event",
            says = "No event was made for any webhook")
    @WithSandbank(BANK)
    static class OfNoEvent {

        @Test
        void areAcknowledged(Sandbank bank) {
            assertThat(bank).webhooks().to("ledger").wereAcknowledged();
        }
    }

    @WrongTest(value = "`webhooks().to(…).wereNotMade()`, but a name is misspelt", says = "did you mean \"ledger\"?")
    @WithSandbank(BANK)
    static class NeverPossible {

        @Test
        void areNotMade(Sandbank bank) {
            assertThat(bank).webhooks().to("ledgr").wereNotMade();
        }
    }
}
