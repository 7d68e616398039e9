package dev.sandbank.junit.falsepasses;

import static dev.sandbank.DenialReason.SUBJECT_BLOCKED;
import static dev.sandbank.junit.SandbankAssertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.Blocked;
import dev.sandbank.junit.WithSandbank;
import dev.sandbank.junit.WithoutPermission;
import dev.sandbank.junit.kit.Caller;
import org.junit.jupiter.api.Test;

/** Tests that change nothing in their sandbox, or whose fault never strikes. */
final class WrongArrangements {

    private WrongArrangements() {}

    @WrongTest(
            value = "`@Blocked` for a user whom the fixture has blocked already",
            says = "user mallory is already blocked, so this would change nothing")
    @WithSandbank("apiture")
    static class BlocksTheBlocked {

        @Test
        @Blocked("mallory")
        void isTurnedAway(Sandbank bank) {
            new Caller(bank).listAccounts("mallory-batch");
            assertThat(bank).lastCall().wasRefused(SUBJECT_BLOCKED);
        }
    }

    @WrongTest(
            value = "`@WithoutPermission` for a permission that the user never had",
            says = "user bob does not hold transferFrom on acct-2e90b6, so this would change nothing")
    @WithSandbank("apiture")
    static class WithdrawsWhatWasNeverHeld {

        @Test
        @WithoutPermission(user = "bob", account = "acct-2e90b6", permission = "transferFrom")
        void isTurnedAway(Sandbank bank) {
            new Caller(bank).listAccounts("bob-batch");
        }
    }

    @WrongTest(
            value =
                    "the same in Java: `block()`, `disable()`, `withdraw(…)`, `entitle(…)`, `signOut()`, `revoke(…)`, `expire(…)`",
            says = "so this would change nothing")
    @WithSandbank("apiture")
    static class RevokesTwice {

        @Test
        void isTurnedAway(Sandbank bank) {
            String token = bank.tokens().forClient("ada-batch");
            bank.tokens().revoke(token);
            bank.tokens().revoke(token);
        }
    }

    @WrongTest(
            value = "a fault for an operation, but the client does not call it",
            says = "a fault never struck: fault 1 answers 503, to createTransfer")
    @WithSandbank("apiture")
    static class FailsAnotherOperation {

        @Test
        void triesAgain(Sandbank bank) {
            bank.faults().on("createTransfer").next(2).fail(503);
            new Caller(bank).listAccounts("ada-batch");
        }
    }

    @WrongTest(
            value = "a fault for a client that does not call",
            says = "a fault never struck: fault 1 ends the connection without a reply, by bob-batch")
    @WithSandbank("apiture")
    static class FailsAnotherClient {

        @Test
        void triesAgain(Sandbank bank) {
            bank.faults().by("bob-batch").drop();
            new Caller(bank).listAccounts("ada-batch");
        }
    }
}
