package dev.sandbank.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sandbox that nobody has called: its export is a good fixture, and starts the same. */
class ExportOfAFixtureTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "apiture",
                "uphold",
                "demo-apiture",
                "demo-uphold",
                "dev/sandbank/fixtures/examples/musterbank/fixture.yaml"
            })
    void startsTheSame(String fixture) {
        try (Sandbank first = Sandbank.start(fixture)) {
            first.clock().freezeAt(Instant.parse("2031-03-04T10:00:00.123Z"));

            assertThatExportStartsTheSame(first);
        }
    }

    @Test
    void saysNoMoreThanItMust() {
        try (Sandbank bank = Sandbank.start("dev/sandbank/fixtures/examples/musterbank/fixture.yaml")) {
            assertThat(bank.export()).doesNotContain("sandbank:", "createdAt", "settings", "seed");
        }
    }

    @Test
    void mayHaveManyEntries() {
        StringBuilder text =
                new StringBuilder("bank: apiture\nclock: 2031-03-03T09:00:00Z\nusers: [{id: ada}]\naccounts:\n");
        StringBuilder links = new StringBuilder("entitlements:\n");
        for (int i = 10_000; i < 20_000; i++) {
            text.append("  - {id: acct-")
                    .append(i)
                    .append(", number: \"")
                    .append(i)
                    .append("\", balance: \"1.00\", ");
            text.append("product: {type: savings, code: S, label: S, description: S}}\n");
            links.append("  - {user: ada, account: acct-").append(i).append(", allow: [view]}\n");
        }
        try (Sandbank first =
                Sandbank.builder().fixtureText(text.append(links).toString()).start()) {
            first.account("acct-12345").set("balance", "2.00");

            assertThatExportStartsTheSame(first);
        }
    }

    private static void assertThatExportStartsTheSame(Sandbank first) {
        String text = first.export();
        try (Sandbank second = Sandbank.builder().fixtureText(text).start()) {
            assertThat(second.export().equals(text)).isTrue();
        }
    }
}
