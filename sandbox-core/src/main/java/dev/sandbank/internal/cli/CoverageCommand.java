package dev.sandbank.internal.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.Coverage;
import dev.sandbank.internal.bank.Library;
import dev.sandbank.internal.coverage.CoverageFolder;
import dev.sandbank.internal.coverage.CoverageOfTests;
import dev.sandbank.internal.coverage.CoverageText;
import dev.sandbank.internal.explain.page.CoveragePage;
import dev.sandbank.internal.export.NeededGrants;
import dev.sandbank.internal.fixture.FixtureLibrary;
import dev.sandbank.internal.fixture.problem.DidYouMean;
import dev.sandbank.internal.fixture.problem.FixtureException;
import dev.sandbank.internal.fixture.source.Sources;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code coverage}: merges what the tests of several modules covered, and can require a minimum. */
@Command(
        name = "coverage",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Merges the coverage that the JUnit extension wrote, and prints it.",
            "A pair of an operation and a gate that can refuse it is covered if the gate let a call pass and refused one."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the coverage is written",
            "1:there is none, less than the minimum, or a file cannot be read or written",
            "2:the command line is wrong"
        })
final class CoverageCommand implements Callable<Integer> {

    private static final List<Format> FORMATS = List.of(Format.TEXT, Format.JSON, Format.HTML);

    private final PrintStream out;
    private final PrintStream err;

    @Parameters(
            paramLabel = "DIR",
            arity = "1..*",
            description = "A folder with coverage.json, or with one in target/sandbank or build/sandbank.")
    private List<Path> folders = List.of();

    @Option(
            names = "--minimum",
            paramLabel = "PART",
            description = "The least part that must be covered, from 0 to 1, such as 0.8.")
    private @Nullable BigDecimal minimum;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text, json or html (one self-contained page). Default: ${DEFAULT-VALUE}.")
    private String format = "text";

    @Option(
            names = "--smaller-fixture",
            paramLabel = "FILE",
            description = {
                "Print this fixture without the scopes and permissions that no allowed call of its tests needed.",
                "Comments are lost. The result contains the secrets of the fixture."
            })
    private @Nullable String fixture;

    @Mixin
    private final OutputOption output = new OutputOption();

    CoverageCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        Format chosen = Format.of(format, FORMATS);
        if (minimum != null && (minimum.signum() < 0 || minimum.compareTo(BigDecimal.ONE) > 0)) {
            throw new UsageException("--minimum must be from 0 to 1, not " + minimum);
        }
        Optional<CoverageOfTests> all = read();
        return all.isEmpty()
                ? ExitCode.SOFTWARE
                : Math.max(write(chosen, all.get()), judge(all.get().banks()));
    }

    /** Reads all folders; empty if one of them cannot be read, which it then says. */
    private Optional<CoverageOfTests> read() {
        CoverageOfTests all = new CoverageOfTests();
        for (Path folder : folders) {
            Optional<CoverageFolder> found = places(folder)
                    .filter(place -> Files.exists(place.folder().resolve(CoverageFolder.JSON)))
                    .findFirst();
            if (found.isEmpty()) {
                err.println("sandbank: there is no coverage.json in " + TerminalText.of(folder.toString())
                        + ", nor in its target/sandbank or build/sandbank");
                return Optional.empty();
            }
            try {
                all.addLater(found.get().read());
            } catch (IOException failed) {
                err.println("sandbank: cannot read " + TerminalText.of(folder + ": " + failed));
                return Optional.empty();
            }
        }
        return Optional.of(all);
    }

    private static Stream<CoverageFolder> places(Path folder) {
        return Stream.of(folder, folder.resolve("target/sandbank"), folder.resolve("build/sandbank"))
                .map(CoverageFolder::new);
    }

    private int write(Format chosen, CoverageOfTests all) {
        String document = document(chosen, all);
        return output.write(document, err, text -> {
            if (chosen == Format.TEXT) {
                text.lines().map(TerminalText::of).forEach(out::println);
            } else {
                JsonFiles.print(out, text);
            }
        });
    }

    private String document(Format chosen, CoverageOfTests all) {
        if (fixture != null) {
            return smaller(fixture, all);
        }
        return switch (chosen) {
            case JSON -> CoverageFolder.json(all);
            case HTML -> CoveragePage.of(all.banks());
            case TEXT, MARKDOWN -> CoverageText.of(all.banks());
        };
    }

    private static String smaller(String fixture, CoverageOfTests all) {
        List<Coverage> own = all.banks().stream()
                .filter(coverage -> Path.of(fixture).endsWith(coverage.fixture()))
                .toList();
        if (own.isEmpty()) {
            List<String> known = all.banks().stream().map(Coverage::fixture).toList();
            throw new UsageException(
                    "no test used the fixture " + fixture + DidYouMean.instead(fixture, "one of", known));
        }
        FixtureLibrary fixtures = Library.ofProcess().fixtures();
        try {
            ObjectNode file = fixtures.tree(fixture, Sources.file(fixture).text());
            return new NeededGrants(own.get(0).grants()).smaller(file, fixtures.read(fixture));
        } catch (FixtureException bad) {
            throw new UsageException(String.valueOf(bad.getMessage()));
        }
    }

    /** Fails if less than the minimum is covered, and says what is not. */
    private int judge(List<Coverage> banks) {
        int covered = banks.stream().mapToInt(Coverage::covered).sum();
        int all = banks.stream().mapToInt(Coverage::all).sum();
        if (minimum == null || BigDecimal.valueOf(covered).compareTo(minimum.multiply(BigDecimal.valueOf(all))) >= 0) {
            return ExitCode.OK;
        }
        err.println("sandbank: " + covered + " of " + all + " are covered, " + CoverageText.percent(covered, all)
                + ", and " + minimum + " is the minimum. Not covered are:");
        banks.stream()
                .flatMap(coverage -> coverage.gaps().stream())
                .forEach(gap -> err.println("  " + TerminalText.of(gap)));
        return ExitCode.SOFTWARE;
    }
}
