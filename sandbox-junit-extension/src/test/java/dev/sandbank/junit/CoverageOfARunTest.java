package dev.sandbank.junit;

import static dev.sandbank.junit.SandbankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Coverage;
import dev.sandbank.CoverageReport;
import dev.sandbank.Sandbank;
import dev.sandbank.junit.kit.Caller;
import dev.sandbank.junit.kit.Sample;
import dev.sandbank.junit.kit.SampleRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of a run covered is in files when the run is over. */
class CoverageOfARunTest {

    private static final Pattern SCOPE = Pattern.compile(
            "\"id\" : \"listAccounts\".*?\"name\" : \"scope\",\\s*\"passed\" : (\\d+),\\s*\"refused\" : (\\d+)",
            Pattern.DOTALL);

    @TempDir
    private Path folder;

    @Test
    void addsUpOverSandboxesAndClasses() throws IOException {
        SampleRun.covering(folder, true, Allowed.class, Denied.class);

        assertThat(scopeGate()).isEqualTo("2 passed, 1 refused");
        assertThat(Files.readString(folder.resolve("coverage.txt"))).startsWith("apiture, fixture apiture: 1 of ");
    }

    @Test
    void isMergedWithWhatOtherForksWrote() throws IOException {
        SampleRun.covering(folder, true, Allowed.class);
        assertThat(scopeGate()).isEqualTo("2 passed, 0 refused");

        SampleRun.covering(folder, true, Denied.class);

        assertThat(scopeGate()).isEqualTo("2 passed, 1 refused");
    }

    @Test
    void namesTheGrantsThatNoTestNeeded() throws IOException {
        SampleRun.covering(folder, true, Denied.class);
        assertThat(Files.readString(folder.resolve("coverage.txt"))).contains("- {id: ledger-reader, scopes: []}");

        SampleRun.covering(folder, true, ForTheJvm.class);
        SampleRun.covering(folder, true, Denied.class);

        assertThat(Files.readString(folder.resolve("coverage.txt")))
                .contains("  1 of 156 grants needed, so that the fixture can say:\n    clients:\n")
                .contains("- {id: mobile-app, scopes: [address, email, offline_access, openid, phone, profile]}");
    }

    @Test
    void countsTheLastRunOfATest() throws IOException {
        SampleRun.covering(folder, true, Allowed.class, Denied.class);
        SampleRun.covering(folder, true, Allowed.class);

        assertThat(scopeGate()).isEqualTo("2 passed, 1 refused");
    }

    @Test
    void losesNothingByResets() throws IOException {
        SampleRun.covering(folder, true, Shared.class);

        assertThat(scopeGate()).isEqualTo("1 passed, 1 refused");
    }

    @Test
    void countsEachCallOfASandboxForTheJvmOnce() throws IOException {
        SampleRun.covering(folder, true, ForTheJvm.class);

        assertThat(scopeGate()).isEqualTo("1 passed, 1 refused");
    }

    @Test
    void isWrittenByManyThreadsAtOnce() throws Exception {
        List<Thread> forks = Stream.of("A", "B", "C", "D").map(this::fork).toList();
        for (Thread fork : forks) {
            fork.join();
        }

        assertThat(scopeGate()).isEqualTo("4 passed, 0 refused");
    }

    private Thread fork(String test) {
        Thread fork = new Thread(() -> {
            try (Sandbank bank = Sandbank.start("apiture")) {
                new Caller(bank).listAccounts("ledger-reader");
                CoverageReport report = new CoverageReport();
                report.add(test, bank.coverage());
                report.mergeInto(folder);
            } catch (IOException failed) {
                throw new IllegalStateException(failed);
            }
        });
        fork.start();
        return fork;
    }

    @Test
    void isNotWrittenIfNoTestUsesASandbox() {
        Path none = folder.resolve("none");

        SampleRun.covering(none, true, Without.class);

        assertThat(none).doesNotExist();
    }

    @Test
    void isNotWrittenIfSwitchedOff() {
        SampleRun.covering(folder, false, Allowed.class);

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void beginsAnewIfAFileWasCutOff() throws IOException {
        Files.writeString(folder.resolve("coverage.json"), "{\"banks\": [");

        SampleRun.covering(folder, true, Denied.class);

        assertThat(scopeGate()).isEqualTo("0 passed, 1 refused");
    }

    @Test
    void canBeOfAPartOfATest() {
        try (Sandbank bank = Sandbank.start("apiture")) {
            new Caller(bank).listAccounts("ledger-reader");
            Coverage before = bank.coverage();
            new Caller(bank).listAccounts("no-scopes");

            Coverage.Gate token =
                    bank.coverage().since(before).operations().get(0).gates().get(0);
            assertThat(token.passed()).isOne();
        }
    }

    private String scopeGate() throws IOException {
        return SCOPE.matcher(Files.readString(folder.resolve("coverage.json")))
                .results()
                .map(found -> found.group(1) + " passed, " + found.group(2) + " refused")
                .findFirst()
                .orElseThrow();
    }

    @Sample
    @WithSandbank("apiture")
    static class Allowed {

        @Test
        void once(Sandbank bank) {
            new Caller(bank).listAccounts("ledger-reader");
        }

        @Test
        void onceMore(Sandbank bank) {
            new Caller(bank).listAccounts("ledger-reader");
        }
    }

    @Sample
    @WithSandbank("apiture")
    static class Denied {

        @Test
        void isDenied(Sandbank bank) {
            new Caller(bank).listAccounts("no-scopes");
            assertThat(bank).lastCall().wasRefused("scope-missing");
        }
    }

    @Sample
    @WithSandbank(value = "apiture", lifetime = Lifetime.CLASS)
    static class Shared {

        @BeforeEach
        void reset(Sandbank bank) {
            bank.reset();
        }

        @Test
        void isAllowed(Sandbank bank) {
            new Caller(bank).listAccounts("ledger-reader");
        }

        @Test
        void isDenied(Sandbank bank) {
            new Caller(bank).listAccounts("no-scopes");
        }
    }

    @Sample
    @WithSandbank(value = "apiture", lifetime = Lifetime.JVM, name = "for the coverage of a run")
    static class ForTheJvm {

        @Test
        void isAllowed(Sandbank bank) {
            new Caller(bank).listAccounts("ledger-reader");
        }

        @Test
        void isDenied(Sandbank bank) {
            new Caller(bank).listAccounts("no-scopes");
        }
    }

    @Sample
    static class Without {

        @Test
        void usesNone() {
            assertThat(1 + 1).isEqualTo(2);
        }
    }
}
