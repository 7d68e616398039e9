package dev.sandbank.junit.falsepasses;

import static dev.sandbank.junit.SandbankAssertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.Lifetime;
import dev.sandbank.junit.WithSandbank;
import dev.sandbank.junit.kit.Caller;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Assertions that would be true of the wrong call, or of none. */
final class WrongAssertions {

    private WrongAssertions() {}

    @WrongTest(value = "`lastCall().wasRefused()`, but the path is misspelt", says = "before it reached an operation")
    @WithSandbank("apiture")
    static class Misspelt {

        @Test
        void isRefused(Sandbank bank) {
            new Caller(bank).stray("/banking/acounts");
            assertThat(bank).lastCall().wasRefused();
        }
    }

    @WrongTest(value = "`calls().allowed().wereAllowed()`", says = "so this says nothing")
    @WithSandbank("apiture")
    static class ChosenSo {

        @Test
        void isAllowed(Sandbank bank) {
            new Caller(bank).listAccounts("ada-batch");
            new Caller(bank).listAccounts("money-mover");
            assertThat(bank).calls().to("listAccounts").allowed().wereAllowed();
        }
    }

    @WrongTest(
            value = "`wereAllowed()` or `wasAllowed()`, but a fault spoiled the reply",
            says = "but a fault ends the connection without a reply")
    @WithSandbank("apiture")
    static class NeverAnswered {

        @Test
        void isAllowed(Sandbank bank) {
            bank.faults().on("listAccounts").drop();
            try {
                new Caller(bank).listAccounts("ada-batch");
            } catch (UncheckedIOException swallowed) {
                assertThat(bank).calls().to("listAccounts").wereAllowed();
            }
        }
    }

    @WrongTest(
            value = "`lastCall()` or `calls()` in a shared sandbox, but the call came before the test",
            says = "Expected a call, but there is none")
    @WithSandbank(value = "apiture", lifetime = Lifetime.CLASS)
    static class SeesWhatWasBefore {

        @BeforeAll
        static void call(Sandbank bank) {
            new Caller(bank).listAccounts("ada-batch");
        }

        @Test
        void isAllowed(Sandbank bank) {
            assertThat(bank).lastCall().wasAllowed();
        }
    }

    @WrongTest(value = "`wereAllowed()`, but the client called nothing", says = "but there is none")
    @WithSandbank("apiture")
    static class OfNothing {

        @Test
        void areAllowed(Sandbank bank) {
            assertThat(bank).calls().to("createTransfer").wereAllowed();
        }
    }

    @WrongTest(value = "`haveNotHappened()`, but a name is misspelt", says = "did you mean \"createTransfer\"?")
    @WithSandbank("apiture")
    static class NeverPossible {

        @Test
        void paysNothing(Sandbank bank) {
            assertThat(bank).calls().to("createTransfre").haveNotHappened();
        }
    }

    @WrongTest(value = "`eventually(…)…haveNotHappened()`", says = "would be true at once")
    @WithSandbank("apiture")
    static class TrueAtOnce {

        @Test
        void paysNothing(Sandbank bank) {
            assertThat(bank)
                    .eventually(Duration.ofSeconds(1))
                    .calls()
                    .to("createTransfer")
                    .haveNotHappened();
        }
    }

    @WrongTest(
            value = "`strict = true`: the bank refused a call, the client swallowed that, and no assertion mentions it",
            says = "no assertion checks these refusals")
    @WithSandbank(value = "apiture", strict = true)
    static class Swallows {

        @Test
        void lists(Sandbank bank) {
            new Caller(bank).listAccounts("money-mover");
        }
    }
}
