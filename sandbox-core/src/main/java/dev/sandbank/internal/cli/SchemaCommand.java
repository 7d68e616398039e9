package dev.sandbank.internal.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.bank.Library;
import dev.sandbank.internal.fixture.FixtureLibrary;
import dev.sandbank.internal.fixture.problem.FixtureException;
import java.io.PrintStream;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code schema}: writes the schema that editors need for fixtures or dialects. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Writes a JSON SchemaCommand with which editors complete, explain and check fixtures.",
            "It is one document (draft 2020-12) and contains the scopes, grants, settings, states and",
            "permissions of one bank. Give one of the following."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the schema is written",
            "1:the dialect is not valid, or the file cannot be written",
            "2:the command line is wrong"
        })
final class SchemaCommand implements Callable<Integer> {

    private final PrintStream out;
    private final PrintStream err;

    @Parameters(arity = "0..1", paramLabel = "dialect", description = "\"dialect\": for dialects themselves.")
    private @Nullable String kind;

    @Option(
            names = "--bank",
            paramLabel = "BANK",
            completionCandidates = BankNames.class,
            description = "For fixtures of a built-in bank: ${COMPLETION-CANDIDATES}.")
    private @Nullable String bank;

    @Option(names = "--dialect", paramLabel = "FILE", description = "For fixtures of the bank with this dialect.")
    private @Nullable String dialect;

    @Mixin
    private final OutputOption output = new OutputOption();

    SchemaCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        if (Stream.of(kind, bank, dialect).filter(Objects::nonNull).count() != 1
                || (kind != null && !kind.equals("dialect"))) {
            throw new UsageException("schema needs one of --bank BANK, --dialect FILE, or the word dialect");
        }
        try {
            String document = schema(Library.ofProcess().fixtures()).toPrettyString() + "\n";
            return output.write(document, err, text -> JsonFiles.print(out, text));
        } catch (FixtureException bad) {
            bad.problems().forEach(problem -> err.println(TerminalText.of(problem.toString())));
            return ExitCode.SOFTWARE;
        }
    }

    private ObjectNode schema(FixtureLibrary library) {
        if (bank != null) {
            return library.schemaOfBank(BankNames.require(bank));
        }
        return dialect == null ? library.schemaOfDialects() : library.schemaOfDialect(dialect);
    }
}
