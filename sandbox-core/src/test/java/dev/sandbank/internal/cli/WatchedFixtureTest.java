package dev.sandbank.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.SandbankNames.Kind;
import dev.sandbank.internal.control.BankControl;
import dev.sandbank.testing.HttpCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A version of a fixture is read when its files stand still. */
class WatchedFixtureTest {

    private static final String WHOLE = """
            extends: apiture
            clients:
              - {id: first, secret: first-secret, scopes: [banking/read, data/read]}
            """;
    private static final String CHANGED = WHOLE + "  - {id: second, secret: second-secret, scopes: [banking/read]}\n";

    private final List<String> told = new ArrayList<>();

    @TempDir
    private Path folder;

    private Path file;

    @AutoClose
    private Sandbank bank;

    @BeforeEach
    void start() throws IOException {
        file = Files.writeString(folder.resolve("mine.yaml"), WHOLE);
        bank = Sandbank.start(file.toString());
    }

    @Test
    void isNotReadWhileItIsWritten() throws IOException {
        WatchedFixture watched = watched(false);

        Files.writeString(file, "extends: apiture\n");
        watched.look();
        Files.writeString(file, CHANGED);
        watched.look();
        assertThat(told).isEmpty();

        watched.look();
        assertThat(told).hasSize(1);
        assertThat(clients()).contains("first", "second");
    }

    @Test
    void isNotReadWhileItIsEmpty() throws IOException {
        WatchedFixture watched = watched(false);

        Files.writeString(file, "");
        look(watched);
        assertThat(told).isEmpty();

        Files.writeString(file, CHANGED);
        look(watched);
        assertThat(clients()).contains("second");
    }

    @Test
    void isLoadedOnceForFilesThatAreSavedTogether() throws IOException {
        Path base = Files.writeString(folder.resolve("base.yaml"), CHANGED);
        Files.writeString(file, "extends: base.yaml\n");
        WatchedFixture watched = watched(false);
        look(watched);
        told.clear();

        Files.writeString(base, WHOLE);
        Files.writeString(file, "extends: base.yaml\nsettings: {decisionHeader: true}\n");
        look(watched);
        look(watched);

        assertThat(told).hasSize(1);
        assertThat(clients()).doesNotContain("second");
    }

    @Test
    void isNotLoadedAgainIfItSaysTheSame() throws IOException {
        WatchedFixture watched = watched(false);
        String token = bank.tokens().forClient("first");

        Files.writeString(folder.resolve("other.yaml"), "a: b");
        Files.writeString(file, WHOLE);
        look(watched);

        assertThat(told).isEmpty();
        assertThat(status(token)).isEqualTo(200);
    }

    @Test
    void isFoundBehindLinksThatAreReplaced() throws IOException {
        Path before = Files.createDirectory(folder.resolve("..before"));
        Files.writeString(before.resolve("linked.yaml"), WHOLE);
        Path after = Files.createDirectory(folder.resolve("..after"));
        Files.writeString(after.resolve("linked.yaml"), CHANGED);
        Path data = Files.createSymbolicLink(folder.resolve("..data"), before.getFileName());
        file = Files.createSymbolicLink(folder.resolve("linked.yaml"), Path.of("..data", "linked.yaml"));
        WatchedFixture watched = watched(false);
        look(watched);

        Files.delete(data);
        Files.createSymbolicLink(data, after.getFileName());
        look(watched);

        assertThat(clients()).contains("second");
    }

    @Test
    void isReadAgainWhenAFileThatItMissesIsThere() throws IOException {
        WatchedFixture watched = watched(false);
        Files.writeString(file, "extends: base.yaml\n");
        look(watched);
        assertThat(told).first().asString().startsWith(file + ":1: extends: ");

        Files.writeString(folder.resolve("base.yaml"), CHANGED);
        look(watched);

        assertThat(clients()).contains("second");
    }

    @Test
    void forgetsTheStateUnlessItIsToStay() throws IOException {
        WatchedFixture watched = watched(false);
        String token = bank.tokens().forClient("first");
        bank.user("ada").block();

        Files.writeString(file, CHANGED);
        look(watched);

        assertThat(status(token)).isEqualTo(401);
        assertThat(bank.user("ada").status()).isEqualTo("active");
    }

    @Test
    void keepsTheStateThatBothVersionsHave() throws IOException {
        WatchedFixture watched = watched(true);
        String token = bank.tokens().forClient("first");
        bank.user("ada").block();
        int calls = bank.journal().calls().size();

        Files.writeString(file, CHANGED);
        look(watched);

        assertThat(status(token)).isEqualTo(200);
        assertThat(bank.user("ada").status()).isEqualTo("blocked");
        assertThat(bank.journal().calls()).hasSize(calls + 1);
        assertThat(clients()).contains("second");
    }

    @Test
    void revokesWhatTheNewVersionDoesNotGrant() throws IOException {
        WatchedFixture watched = watched(true);
        String token = bank.tokens().forClient("first");

        Files.writeString(file, CHANGED.replace("banking/read, data/read", "data/read"));
        look(watched);

        assertThat(status(token)).isEqualTo(401);
        assertThat(bank.client("first").scopes()).containsExactly("data/read");
    }

    private WatchedFixture watched(boolean keepingState) {
        return new WatchedFixture(file.toString(), (BankControl) bank, keepingState, told::add);
    }

    /** Looks as often as it takes to see that the files stand still. */
    private static void look(WatchedFixture watched) {
        watched.look();
        watched.look();
    }

    private Iterable<String> clients() {
        return bank.names().all(Kind.CLIENT);
    }

    private int status(String token) {
        return HttpCall.get(bank, "/banking/accounts").bearer(token).send().status();
    }
}
