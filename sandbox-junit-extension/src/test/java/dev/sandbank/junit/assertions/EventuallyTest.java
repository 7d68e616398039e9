package dev.sandbank.junit.assertions;

import static dev.sandbank.DenialReason.SCOPE_MISSING;
import static dev.sandbank.junit.SandbankAssertions.assertThat;
import static java.util.concurrent.CompletableFuture.runAsync;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.WithSandbank;
import dev.sandbank.junit.kit.Caller;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** The assertion waits for a call that came before, comes meanwhile, or never comes. */
@WithSandbank("apiture")
class EventuallyTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(5);

    @Test
    void isTrueAtOnceIfItHasHappened(Sandbank bank) {
        new Caller(bank).listAccounts("money-mover");

        assertThat(bank).eventually(LONG).calls().to("listAccounts").hasSize(1).wereRefused(SCOPE_MISSING);
        assertThat(bank).calls().eventually(LONG).haveHappened();
        assertThat(bank).eventually(LONG).lastCall().wasRefused(SCOPE_MISSING);
    }

    @Test
    void waitsForEnoughCalls(Sandbank bank) {
        CompletableFuture<Void> others = runAsync(() -> {
            new Caller(bank).listAccounts("ada-batch");
            new Caller(bank).listAccounts("money-mover");
            new Caller(bank).listAccounts("ada-batch");
        });

        assertThat(bank).eventually(LONG).calls().by("ada-batch").hasSize(2).wereAllowed();
        assertThat(bank)
                .eventually(LONG)
                .calls()
                .by("money-mover")
                .wereRefused(SCOPE_MISSING)
                .withStatus(403);
        others.join();
    }

    @Test
    void waitsForALastCallOfWhichAllIsTrue(Sandbank bank) {
        CountDownLatch first = new CountDownLatch(1);
        new Caller(bank).listAccounts("money-mover");
        CallAssert last = assertThat(bank).eventually(LONG).lastCall();
        CompletableFuture<Void> others = runAsync(() -> {
            await(first);
            new Caller(bank).listAccounts("no-scopes");
            new Caller(bank).listAccounts("money-mover");
            new Caller(bank).getAccount("money-mover", "acct-4f81c0");
        });

        CallAssert refused = last.wasRefused(SCOPE_MISSING);
        first.countDown();
        refused.wasTo("getAccount").wasBy("money-mover");
        others.join();
    }

    @Test
    void tellsHowLongItWaitedInVain(Sandbank bank) {
        new Caller(bank).listAccounts("ada-batch");

        assertThatThrownBy(() -> assertThat(bank)
                        .eventually(SHORT)
                        .calls()
                        .to("getAccount")
                        .wereAllowed())
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith(
                        "Expected each call to getAccount to be allowed, but there is none; waited PT0.005S\n\nNear miss")
                .hasMessageContaining("\n   it is to listAccounts, not to getAccount\n");
        assertThatThrownBy(() -> assertThat(bank).eventually(SHORT).lastCall().wasRefused())
                .hasMessageStartingWith("Expected the last call to be refused, but it is not; waited PT0.005S\n\n#1 ");
        assertThatThrownBy(() -> assertThat(bank).eventually(SHORT).calls().hasSize(3))
                .hasMessageStartingWith("Expected 3 calls, but there is 1; waited PT0.005S\n\n#1 ");
    }

    @Test
    void waitsInVainForTheFirstCall(Sandbank bank) {
        assertThatThrownBy(() -> assertThat(bank).eventually(SHORT).lastCall())
                .hasMessage("Expected a call, but there is none; waited PT0.005S\nNo call has reached the sandbox.");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
