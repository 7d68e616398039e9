package dev.sandbank.internal.cli;

import dev.sandbank.internal.bank.Library;
import dev.sandbank.internal.fixture.problem.FixtureException;
import dev.sandbank.internal.replay.BundleException;
import dev.sandbank.internal.replay.BundleFile;
import dev.sandbank.internal.replay.RecordedTest;
import dev.sandbank.internal.replay.Replay;
import dev.sandbank.internal.replay.ReplayStep;
import dev.sandbank.internal.replay.ReplayStep.Result;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code replay}: makes happen again what happened in the sandbox of a failed test. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Makes happen again what happened in the sandbox of a failed test: starts its state, sends",
            "the calls in order, each at its time, and tells where an answer differs. It opens no port.",
            "FILE is a bundle that the JUnit extension wrote, in target/sandbank/failures."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:no answer differs",
            "1:an answer differs, or the fixture is not valid",
            "2:the command line is wrong, or the file is no bundle"
        })
final class ReplayCommand implements Callable<Integer> {

    private final PrintStream out;
    private final PrintStream err;
    private final InputStream in;

    @Parameters(paramLabel = "FILE", description = "The bundle, a zip.")
    private Path file = Path.of("");

    @Option(names = "--list", description = "Only list the calls and the changes that the test made.")
    private boolean list;

    @Option(
            names = "--step",
            description = "Wait for Enter before each call, show each gate, and end at the end of the input.")
    private boolean step;

    @Option(
            names = "--fixture",
            paramLabel = "FILE",
            description = "Start from this fixture instead of that of the bundle.")
    private @Nullable String fixture;

    /** @param in where {@code --step} waits for Enter */
    ReplayCommand(PrintStream out, PrintStream err, InputStream in) {
        this.out = out;
        this.err = err;
        this.in = in;
    }

    @Override
    public Integer call() {
        RecordedTest bundle = read();
        try (Replay replay = Replay.of(bundle, Optional.ofNullable(fixture).map(Library.ofProcess()::named), "")) {
            print("test " + bundle.test());
            if (bundle.dropped() > 0) {
                print("The first " + bundle.dropped() + " calls are missing: the state may be another one.");
            }
            return list ? listed(replay) : made(replay);
        } catch (FixtureException bad) {
            bad.problems().forEach(problem -> err.println(TerminalText.of(problem.toString())));
            return ExitCode.SOFTWARE;
        } catch (BundleException wrong) {
            throw new UsageException(file + " " + wrong.getMessage());
        }
    }

    private RecordedTest read() {
        try {
            return new BundleFile(file).read();
        } catch (BundleException wrong) {
            throw new UsageException(file + " " + wrong.getMessage());
        } catch (IOException unreadable) {
            throw new UsageException("cannot read " + file + ": " + unreadable);
        }
    }

    private int listed(Replay replay) {
        replay.steps().forEach(each -> print(each.headline()));
        return ExitCode.OK;
    }

    private int made(Replay replay) {
        BufferedReader typed = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        int same = 0;
        int different = 0;
        int left = 0;
        for (ReplayStep each : replay.steps()) {
            print(each.headline());
            if (step && each.isCall() && isEnd(typed)) {
                return ExitCode.OK;
            }
            Result result = replay.make(each);
            print(replay, each, result);
            same += each.isCall() && result.isSame() ? 1 : 0;
            different += result.differs() ? 1 : 0;
            left += each.isCall() && !result.made() ? 1 : 0;
        }
        print(same + " answers are the same, " + different + " differ, " + left + " calls could not be sent again");
        return different == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    /** Waits for Enter; whether there is no more input. */
    private boolean isEnd(BufferedReader typed) {
        out.print("   Enter sends it: ");
        out.flush();
        try {
            return typed.readLine() == null;
        } catch (IOException ended) {
            return true;
        }
    }

    private void print(Replay replay, ReplayStep each, Result result) {
        if (!result.made()) {
            print("   not made again: " + String.join(", ", result.told()));
        } else if (each.isCall()) {
            print(result.differs() ? "   the answer differs" : "   the same answer");
            result.told().forEach(difference -> print("   " + difference));
            if (step) {
                replay.control().journal().lastCall().decision().chain().forEach(gate -> print("   " + gate));
            }
        }
    }

    private void print(String line) {
        out.println(TerminalText.of(line));
    }
}
