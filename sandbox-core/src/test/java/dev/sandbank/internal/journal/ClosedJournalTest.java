package dev.sandbank.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Nobody waits at a journal in which nothing is going to be written any more. */
class ClosedJournalTest {

    private final Journal journal = new Journal(64 * 1024 * 1024);

    @Test
    void letsGoOfWhoeverWaits() throws Exception {
        CountDownLatch looking = new CountDownLatch(1);
        CompletableFuture<Boolean> waiting = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                waiting.complete(journal.awaitCalls(
                        all -> {
                            looking.countDown();
                            return false;
                        },
                        Duration.ofHours(1)));
            } catch (InterruptedException e) {
                waiting.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        looking.await();

        journal.close();

        assertThat(waiting.get(20, TimeUnit.SECONDS)).isFalse();
    }

    @Test
    void makesNobodyWait() {
        journal.close();

        boolean found = assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> journal.awaitCall(call -> true, Duration.ofHours(1)));
        assertThat(found).isFalse();
    }
}
