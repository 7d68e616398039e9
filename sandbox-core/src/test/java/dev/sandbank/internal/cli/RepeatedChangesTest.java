package dev.sandbank.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.FailureBundle;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.HttpCall;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code replay} after each kind of change that it understands; the call after it shows that it was made. */
class RepeatedChangesTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start("apiture");

    @TempDir
    private Path folder;

    static Stream<Named<Consumer<Sandbank>>> changes() {
        return Stream.of(
                Named.of("block", bank -> bank.user("ada").block()),
                Named.of("become", bank -> bank.user("ada").become("disabled")),
                Named.of("unblock", bank -> bank.user("mallory").unblock()),
                Named.of("sign out", bank -> bank.user("ada").signOut()),
                Named.of("withdraw", bank -> bank.user("ada").withdraw("acct-4f81c0", "view", "transferTo")),
                Named.of("entitle", bank -> bank.user("bob").entitle("acct-4f81c0", "view")),
                Named.of("set scopes", bank -> bank.client("ada-batch").setScopes("banking/read")),
                Named.of("set no scopes", bank -> bank.client("ada-batch").setScopes()),
                Named.of("disable a client", bank -> bank.client("ada-batch").disable()),
                Named.of("enable a client", bank -> bank.client("retired-app").enable()),
                Named.of(
                        "remove an entry",
                        bank -> bank.resource("accounts", "acct-c3071e").remove()),
                Named.of(
                        "stop the clock",
                        bank -> bank.clock().freezeAt(bank.clock().now())),
                Named.of("move the clock", bank -> bank.clock().advance(Duration.ofHours(1))),
                Named.of("set a secret", bank -> bank.client("ada-batch").setSecret("another-secret-1")),
                Named.of("set a password", bank -> bank.user("ada").setPassword("another password")),
                Named.of("rotate keys", bank -> bank.keys().rotateWithOverlap()),
                Named.of("reset", Sandbank::reset));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void answersTheSame(Consumer<Sandbank> change) throws IOException {
        List<String> tokens = Stream.of("ada-batch", "bob-batch", "mallory-batch")
                .map(client -> bank.tokens().forClient(client))
                .toList();
        change.accept(bank);
        for (String token : tokens) {
            HttpCall.get(bank, "/banking/accounts").bearer(token).send();
            HttpCall.get(bank, "/banking/accounts/acct-4f81c0").bearer(token).send();
        }

        Path file = folder.resolve("bundle.zip");
        FailureBundle.write(bank, "a test", file);

        assertThat(Ran.command("replay", file.toString()).out())
                .endsWith("\n6 answers are the same, 0 differ, 0 calls could not be sent again\n")
                .doesNotContain("not made again");
    }
}
