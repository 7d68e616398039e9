package dev.sandbank.anybank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.WebhookEvent;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much the events take that a sandbox keeps. */
class BoundedEventsTest {

    private static final int KIBI = 1024;

    @TempDir
    private Path folder;

    private static void make(Sandbank bank, int times, int characters) {
        for (int i = 0; i < times; i++) {
            bank.webhooks().make("opened", "{\"n\":" + i + ",\"text\":\"" + "x".repeat(characters) + "\"}");
        }
    }

    private TinyBank start(String more) {
        return TinyBank.start(folder, WebhookDeliveriesTest.DIALECT, WebhookDeliveriesTest.FIXTURE + more);
    }

    @Test
    void isAtMost4MebibytesOfWhichTheOldestGo() {
        try (TinyBank bank = start("")) {
            make(bank.sandbank(), 20, 250 * KIBI);
            List<WebhookEvent> kept = bank.sandbank().webhooks().events();

            assertThat(kept.size()).isEqualTo(16);
            assertThat(kept.get(0).json()).contains("\"n\":4,");
            assertThat(kept.get(15).json()).contains("\"n\":19,");
            assertThat(bank.sandbank().webhooks().dropped()).isEqualTo(4);
            bank.sandbank().reset();
            assertThat(bank.sandbank().webhooks().dropped()).isZero();
        }
    }

    @Test
    void isLessIfTheMemoryIsFullAndNoCallFailsForIt() {
        try (TinyBank bank = start("settings: {memory: 3}\n")) {
            make(bank.sandbank(), 30, 100 * KIBI);
            List<WebhookEvent> kept = bank.sandbank().webhooks().events();

            assertThat(kept.size()).isBetween(5, 20);
            assertThat(kept.get(kept.size() - 1).json()).contains("\"n\":29,");
        }
    }

    @Test
    void isNoMoreForASandboxThatGoesOn() {
        try (TinyBank bank = start("")) {
            make(bank.sandbank(), 10, 250 * KIBI);
            try (Sandbank next =
                    Sandbank.builder().fixtureText(bank.sandbank().export()).start()) {
                make(next, 10, 250 * KIBI);
                assertThat(next.webhooks().events().size()).isEqualTo(16);
                assertThat(next.webhooks().dropped()).isEqualTo(4);
            }
        }
    }
}
