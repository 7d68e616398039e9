package dev.sandbank.life;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.UpholdSeed;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What one sandbox had, the next may get: but nothing that was in it, and nobody who used it. */
class HandedOnTest {

    private static final int CALLERS = 4;

    @Test
    void isNothingThatAClosedSandboxCanStillReach() {
        Sandbank closed = Sandbank.start("uphold");
        closed.close();

        try (Sandbank next = Sandbank.start("uphold")) {
            assertThatThrownBy(() -> closed.user(UpholdSeed.ADA).block()).isInstanceOf(RuntimeException.class);
            assertThatThrownBy(() -> closed.tokens().forClient("payouts")).isInstanceOf(RuntimeException.class);
            assertThatThrownBy(closed::reset).isInstanceOf(RuntimeException.class);
            assertThat(next.user(UpholdSeed.ADA).status()).isEqualTo("active");
        }
    }

    @Test
    void isNoTokenEvenIfSomeWereIssuedWhileItClosed() throws InterruptedException {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        for (int round = 0; round < 10; round++) {
            Sandbank first = Sandbank.start("uphold");
            Queue<String> issued = new ConcurrentLinkedQueue<>();
            CountDownLatch busy = new CountDownLatch(CALLERS);
            CountDownLatch done = new CountDownLatch(CALLERS);
            for (int i = 0; i < CALLERS; i++) {
                callers.execute(() -> issueUntilClosed(first, issued, busy, done));
            }
            busy.await();
            first.close();

            try (Sandbank next = Sandbank.start("uphold")) {
                done.await();
                for (String token :
                        issued.stream().skip(Math.max(0, issued.size() - 8)).toList()) {
                    assertThat(get(next, "/core/assets").bearer(token)).hasStatus(401);
                }
            }
        }
        callers.shutdown();
    }

    private static void issueUntilClosed(
            Sandbank bank, Queue<String> issued, CountDownLatch busy, CountDownLatch done) {
        try {
            while (true) {
                issued.add(bank.tokens().forClient("payouts"));
                busy.countDown();
            }
        } catch (RuntimeException closed) {
            busy.countDown();
            done.countDown();
        }
    }
}
