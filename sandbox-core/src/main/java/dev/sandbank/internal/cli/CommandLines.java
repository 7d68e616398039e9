package dev.sandbank.internal.cli;

import dev.sandbank.internal.cli.demo.Demos;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;

/** Builds the command line from the commands, their streams and the handlers of mistakes. */
final class CommandLines {

    private CommandLines() {}

    static CommandLine of(PrintStream out, PrintStream err, Demos demos, ProcessContext process) {
        CommandLine all = new CommandLine(new TopLevel())
                .addSubcommand(new Serve(out, err, process.stoppable()))
                .addSubcommand(new HealthCheck(out, err))
                .addSubcommand(new Demo(out, err, demos))
                .addSubcommand(new Check(out))
                .addSubcommand(new Lint(out, err))
                .addSubcommand(new ReplayCommand(out, err, process.typed()))
                .addSubcommand(new Init(out, err))
                .addSubcommand(new SchemaCommand(out, err))
                .addSubcommand(new Explain(out, err))
                .addSubcommand(new Matrix(out, err))
                .addSubcommand(new CoverageCommand(out, err));
        OptionSources.add(Objects.requireNonNull(all.getSubcommands().get("serve")), process.environment());
        versioned(all);
        all.getSubcommands().values().forEach(CommandLines::versioned);
        Mistakes mistakes = new Mistakes(err);
        return all.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setExpandAtFiles(false)
                .setUsageHelpWidth(100)
                .setParameterExceptionHandler(mistakes)
                .setExecutionExceptionHandler(mistakes);
    }

    private static void versioned(CommandLine command) {
        command.getCommandSpec().version("sandbank " + Main.version());
    }

    /** The command above the others; it does nothing by itself. */
    @Command(
            name = "sandbank",
            mixinStandardHelpOptions = true,
            synopsisSubcommandLabel = "COMMAND",
            description =
                    "A sandbox of bank APIs with OAuth, for tests. Every call passes gates in order; the first refusal is the reply.",
            footer = {"", "Run a command with --help to see its options."},
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0:done", "1:a check, demo or start failed", "2:the command line is wrong"})
    private static final class TopLevel implements Runnable {

        @Override
        public void run() {
            throw new UsageException("a command is missing");
        }
    }
}
