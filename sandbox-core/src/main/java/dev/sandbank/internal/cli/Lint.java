package dev.sandbank.internal.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.Change;
import dev.sandbank.Exchange;
import dev.sandbank.Finding;
import dev.sandbank.Finding.Severity;
import dev.sandbank.internal.bank.Library;
import dev.sandbank.internal.control.api.JournalJson;
import dev.sandbank.internal.control.api.Json;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.fixture.problem.DidYouMean;
import dev.sandbank.internal.fixture.problem.FixtureException;
import dev.sandbank.internal.lint.Linter;
import dev.sandbank.internal.text.BoundedJson;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lint}: tells what clients did wrong in an exported journal. */
@Command(
        name = "lint",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Tells what clients did wrong, or could do better, in the calls of an exported journal.",
            "FILE is the reply of GET /_sandbank/api/calls, or of GET /_sandbank/api/changes: give both, so that no rule",
            "takes a change that the test made for a mistake. Several files are one journal."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:there are no findings",
            "1:there are findings, or the fixture is not valid",
            "2:the command line is wrong, or a file is no journal"
        })
final class Lint implements Callable<Integer> {

    private final PrintStream out;
    private final PrintStream err;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Calls or changes of a journal, in JSON.")
    private List<Path> files = List.of();

    @Mixin
    private final BankOptions whichBank = new BankOptions();

    @Option(
            names = "--minimum-severity",
            paramLabel = "SEVERITY",
            defaultValue = "info",
            description = "Leave out what is less severe: info, warning or error. Default: ${DEFAULT-VALUE}.")
    private String severity = "info";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json. Default: ${DEFAULT-VALUE}.")
    private String format = "text";

    Lint(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        boolean json = Format.of(format, List.of(Format.TEXT, Format.JSON)) == Format.JSON;
        Severity least = least();
        ReadJournal journal = ReadJournal.of(files);
        try {
            Dialect dialect =
                    Library.ofProcess().fixtures().read(whichBank.fixture()).dialect();
            List<Finding> findings = new Linter(dialect)
                    .findings(journal.calls(), journal.changes(), call -> false).stream()
                            .filter(finding -> finding.isAtLeast(least))
                            .toList();
            print(findings, json);
            return findings.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
        } catch (FixtureException bad) {
            bad.problems().forEach(problem -> err.println(TerminalText.of(problem.toString())));
            return ExitCode.SOFTWARE;
        }
    }

    private Severity least() {
        return JournalJson.severity(severity)
                .orElseThrow(() -> new UsageException("there is no severity " + severity
                        + DidYouMean.instead(severity, "a severity", JournalJson.severities())));
    }

    private void print(List<Finding> findings, boolean json) {
        if (json) {
            ObjectNode told = Json.object();
            ArrayNode all = told.putArray("findings");
            findings.forEach(finding -> all.add(JournalJson.write(finding)));
            JsonFiles.print(out, told.toPrettyString() + "\n");
        } else {
            findings.stream()
                    .flatMap(finding -> finding.describe().lines())
                    .forEach(line -> out.println(TerminalText.of(line)));
        }
    }

    /** What exported files have together. */
    private record ReadJournal(List<Exchange> calls, List<Change> changes) {

        static ReadJournal of(List<Path> files) {
            TreeMap<Long, Exchange> calls = new TreeMap<>();
            List<Change> changes = new ArrayList<>();
            for (Path file : files) {
                JsonNode journal = read(file);
                try {
                    journal.path("calls")
                            .valueStream()
                            .map(JournalJson::exchange)
                            .forEach(call -> calls.put(call.number(), call));
                    journal.path("changes")
                            .valueStream()
                            .map(JournalJson::change)
                            .forEach(changes::add);
                } catch (RuntimeException wrong) {
                    throw noJournal(file);
                }
            }
            changes.sort(Comparator.comparingLong(Change::afterCall));
            return new ReadJournal(List.copyOf(calls.values()), changes);
        }

        private static JsonNode read(Path file) {
            try {
                JsonNode journal = BoundedJson.read(Files.readString(file));
                if (journal.path("calls").isArray() || journal.path("changes").isArray()) {
                    return journal;
                }
                throw noJournal(file);
            } catch (JsonProcessingException wrong) {
                throw new UsageException(file + " " + BoundedJson.told(wrong));
            } catch (IOException unreadable) {
                throw new UsageException("cannot read " + file + ": " + unreadable);
            }
        }

        private static UsageException noJournal(Path file) {
            return new UsageException(file
                    + " is no journal: expected what GET /_sandbank/api/calls or GET /_sandbank/api/changes replies");
        }
    }
}
