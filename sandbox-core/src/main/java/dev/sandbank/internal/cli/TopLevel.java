package dev.sandbank.internal.cli;

import picocli.CommandLine.Command;

/** What stands above the commands; by itself it does nothing. */
@Command(
        name = "sandbank",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "A bank API sandbox with OAuth for tests: gates in order, the first refusal is the answer.",
        footer = {"", "Every command has a --help of its own."},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:a check, demo or start failed", "2:the command line is wrong"})
final class TopLevel implements Runnable {

    @Override
    public void run() {
        throw new UsageException("a command is missing");
    }
}
