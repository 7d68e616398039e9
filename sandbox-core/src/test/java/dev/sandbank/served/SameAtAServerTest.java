package dev.sandbank.served;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.SandbankBuilder;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a test does to a sandbox in its JVM, it does to one at a server, with the same outcome. */
class SameAtAServerTest {

    private static final String FIXTURE = """
            extends: apiture
            clock: 2031-03-03T09:00:00Z
            seed: 7
            environments:
              cat: {clients: [{id: cat-app, secret: cat-secret, scopes: [banking/read]}]}
            """;
    private static final Sandbank SERVER = Sandbank.start("uphold");

    static Stream<String> deeds() {
        return Deeds.all().keySet().stream();
    }

    @AfterAll
    static void close() {
        SERVER.close();
    }

    @ParameterizedTest
    @MethodSource("deeds")
    void isWhatHappens(String name) {
        SandbankBuilder builder = Sandbank.builder().fixtureText(FIXTURE);
        try (Sandbank here = builder.start();
                Sandbank there = builder.atServer(SERVER.baseUrl()).start()) {
            assertThat(outcome(Deeds.all().get(name), there))
                    .isEqualTo(outcome(Deeds.all().get(name), here));
        }
    }

    private static String outcome(Deeds.Deed deed, Sandbank bank) {
        String base = bank.baseUrl().toString();
        try {
            return String.valueOf(deed.at(bank)).replace(base, "BASE");
        } catch (Exception thrown) {
            return kind(thrown) + ": " + String.valueOf(thrown.getMessage()).replace(base, "BASE");
        }
    }

    /** As far as callers can know it. */
    private static String kind(Exception thrown) {
        return thrown instanceof IllegalArgumentException
                ? "illegal argument"
                : thrown instanceof IllegalStateException
                        ? "illegal state"
                        : thrown.getClass().getName();
    }
}
