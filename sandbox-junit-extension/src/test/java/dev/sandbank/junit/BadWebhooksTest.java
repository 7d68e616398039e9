package dev.sandbank.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.BadDelivery;
import dev.sandbank.DeliveryFlaw;
import dev.sandbank.Sandbank;
import dev.sandbank.junit.kit.EventReceiver;
import dev.sandbank.junit.kit.EventReceiver.Fault;
import dev.sandbank.junit.kit.Sample;
import dev.sandbank.junit.kit.SampleRun;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

class BadWebhooksTest {

    private static final String BANK = "dev/sandbank/junit/events/fixture.yaml";

    /** Each receiver with a fault, and a flaw that shows it. */
    private static final Map<Class<? extends AtAReceiver>, DeliveryFlaw> FOUND_BY = Map.of(
            TrustsEverybody.class, DeliveryFlaw.STRANGERS_SECRET,
            TakesOldMessages.class, DeliveryFlaw.OLD_TIMESTAMP,
            ComparesAPrefix.class, DeliveryFlaw.TRUNCATED_SIGNATURE,
            LooksAtOneSignature.class, DeliveryFlaw.SECOND_SIGNATURE_FITS,
            SignsRewrittenJson.class, DeliveryFlaw.ADDED_SPACE,
            CountsTwice.class, DeliveryFlaw.RETRY,
            FailsForNewTypes.class, DeliveryFlaw.UNKNOWN_TYPE,
            FailsIfAFieldIsMissing.class, DeliveryFlaw.MISSING_TIMESTAMP,
            FailsIfItIsNoJson.class, DeliveryFlaw.NOT_JSON,
            LosesWhatItAcknowledges.class, DeliveryFlaw.LATE);

    static Stream<Class<? extends AtAReceiver>> faulty() {
        return FOUND_BY.keySet().stream();
    }

    @Test
    void areHandledByARightReceiver() {
        SampleRun run = SampleRun.passing(Right.class);

        assertThat(names(run.results().testEvents().succeeded()))
                .hasSizeGreaterThan(25)
                .contains(
                        "old timestamp: The timestamp is a minute older than tolerated, and rightly signed.",
                        "duplicate: The same message arrives twice.");
    }

    @ParameterizedTest
    @MethodSource("faulty")
    void findAFaultOfAReceiver(Class<? extends AtAReceiver> receiver) {
        SampleRun run = SampleRun.of(receiver);

        DeliveryFlaw flaw = FOUND_BY.get(receiver);
        assertThat(names(run.results().testEvents().failed())).anyMatch(name -> name.startsWith(words(flaw) + ": "));
        assertThat(run.results().testEvents().succeeded().count()).isPositive();
    }

    @Test
    void areOfEventsThatTheTestHasCaused() {
        SampleRun.passing(OfACause.class);
    }

    @Test
    void leaveOutWhatTheTestExcepts() {
        SampleRun run = SampleRun.passing(Excepting.class);

        assertThat(names(run.results().testEvents().succeeded()))
                .isNotEmpty()
                .noneMatch(name -> name.startsWith("late:") || name.startsWith("retry:"));
    }

    @Test
    void complainAboutNamesThatAreNotThere() {
        SampleRun run = SampleRun.of(Misspelt.class);

        assertThat(run.failures())
                .extracting(Throwable::getMessage)
                .anyMatch(message -> message.contains("there is no event \"balance-chnged\", did you mean"))
                .anyMatch(message -> message.contains("there is no webhook \"ledgr\", did you mean \"ledger\"?"))
                .anyMatch(message -> message.contains("the data of an event but no type: write type ="))
                .anyMatch(message -> message.contains("the data of an event must be JSON"));
    }

    @Test
    void needAnEventThatGoesToTheEndpoint() {
        SampleRun run = SampleRun.of(NoEvent.class);

        assertThat(run.failures())
                .extracting(Throwable::getMessage)
                .anyMatch(message -> message.contains("there is none to webhook ledger of type balance-changed: cause"))
                .anyMatch(message -> message.contains(
                        "there is none to webhook audit of type balance-changed: it wants other types"));
    }

    @Test
    void complainAboutABankWithoutEvents() {
        assertThat(SampleRun.of(WithoutEvents.class).failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure).hasMessageContaining("this bank has no events"));
    }

    private static String words(DeliveryFlaw flaw) {
        return flaw.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Set<String> names(Events events) {
        return events.stream()
                .map(Event::getTestDescriptor)
                .map(test -> test.getDisplayName())
                .collect(Collectors.toSet());
    }

    @Sample
    @WithSandbank(BANK)
    abstract static class AtAReceiver {

        private final Fault fault;

        AtAReceiver(Fault fault) {
            this.fault = fault;
        }

        @ParameterizedTest(name = "{0}")
        @BadWebhooks(type = "balance-changed", data = "{\"balance\": \"7.00\"}")
        void isHandledRightly(BadDelivery bad, Sandbank bank) {
            EventReceiver receiver = EventReceiver.at(bank, "ledger", fault);
            List<Integer> statuses =
                    bad.attempts().stream().map(receiver::receive).toList();
            assertThat(bad.differences(statuses, receiver.stored())).isEmpty();
        }
    }

    static class Right extends AtAReceiver {
        Right() {
            super(Fault.NONE);
        }
    }

    static class TrustsEverybody extends AtAReceiver {
        TrustsEverybody() {
            super(Fault.TRUSTS_EVERYBODY);
        }
    }

    static class TakesOldMessages extends AtAReceiver {
        TakesOldMessages() {
            super(Fault.TAKES_OLD_MESSAGES);
        }
    }

    static class ComparesAPrefix extends AtAReceiver {
        ComparesAPrefix() {
            super(Fault.COMPARES_A_PREFIX);
        }
    }

    static class LooksAtOneSignature extends AtAReceiver {
        LooksAtOneSignature() {
            super(Fault.LOOKS_AT_ONE_SIGNATURE);
        }
    }

    static class SignsRewrittenJson extends AtAReceiver {
        SignsRewrittenJson() {
            super(Fault.SIGNS_REWRITTEN_JSON);
        }
    }

    static class CountsTwice extends AtAReceiver {
        CountsTwice() {
            super(Fault.COUNTS_TWICE);
        }
    }

    static class FailsForNewTypes extends AtAReceiver {
        FailsForNewTypes() {
            super(Fault.FAILS_FOR_NEW_TYPES);
        }
    }

    static class FailsIfAFieldIsMissing extends AtAReceiver {
        FailsIfAFieldIsMissing() {
            super(Fault.FAILS_IF_A_FIELD_IS_MISSING);
        }
    }

    static class FailsIfItIsNoJson extends AtAReceiver {
        FailsIfItIsNoJson() {
            super(Fault.FAILS_IF_IT_IS_NO_JSON);
        }
    }

    static class LosesWhatItAcknowledges extends AtAReceiver {
        LosesWhatItAcknowledges() {
            super(Fault.LOSES_WHAT_IT_ACKNOWLEDGES);
        }
    }

    @Sample
    @WithSandbank(BANK)
    static class OfACause {

        @BeforeEach
        void change(Sandbank bank) {
            bank.account("acc-1").set("balance", "8.00");
        }

        @ParameterizedTest(name = "{0}")
        @BadWebhooks
        void isHandledRightly(BadDelivery bad, Sandbank bank) {
            EventReceiver receiver = EventReceiver.at(bank, "ledger");
            List<Integer> statuses =
                    bad.attempts().stream().map(receiver::receive).toList();
            if (bad.flaw() == DeliveryFlaw.DUPLICATE) {
                assertThat(bad.attempts()).allMatch(attempt -> attempt.body().contains("8.00"));
            }
            assertThat(bad.differences(statuses, receiver.stored())).isEmpty();
        }
    }

    @Sample
    @WithSandbank(BANK)
    static class Excepting {

        @ParameterizedTest(name = "{0}")
        @BadWebhooks(
                type = "balance-changed",
                data = "{\"balance\": \"7.00\"}",
                except = {DeliveryFlaw.LATE, DeliveryFlaw.RETRY})
        void isHandledRightly(BadDelivery bad, Sandbank bank) {
            EventReceiver receiver = EventReceiver.at(bank, "ledger");
            List<Integer> statuses =
                    bad.attempts().stream().map(receiver::receive).toList();
            assertThat(bad.differences(statuses, receiver.stored())).isEmpty();
        }
    }

    @Sample
    @WithSandbank(BANK)
    static class Misspelt {

        @ParameterizedTest
        @BadWebhooks(type = "balance-chnged")
        void type(BadDelivery bad) {}

        @ParameterizedTest
        @BadWebhooks(endpoint = "ledgr")
        void endpoint(BadDelivery bad) {}

        @ParameterizedTest
        @BadWebhooks(data = "{}")
        void dataWithoutType(BadDelivery bad) {}

        @ParameterizedTest
        @BadWebhooks(type = "balance-changed", data = "{")
        void noJson(BadDelivery bad) {}
    }

    @Sample
    @WithSandbank(BANK)
    static class NoEvent {

        @ParameterizedTest
        @BadWebhooks(type = "balance-changed")
        void none(BadDelivery bad) {}

        @ParameterizedTest
        @BadWebhooks(type = "balance-changed", endpoint = "audit", data = "{}")
        void notWanted(BadDelivery bad) {}
    }

    @Sample
    @WithSandbank("../fixtures/examples/musterbank/fixture.yaml")
    static class WithoutEvents {

        @ParameterizedTest
        @BadWebhooks
        void none(BadDelivery bad) {}
    }
}
