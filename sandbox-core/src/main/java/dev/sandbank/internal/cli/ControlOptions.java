package dev.sandbank.internal.cli;

import dev.sandbank.SandbankBuilder;
import dev.sandbank.internal.fixture.problem.FixtureException;
import dev.sandbank.internal.fixture.source.Sources;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for who may control a running bank over HTTP; at most one of them can be set. */
final class ControlOptions {

    @Option(
            names = "--control-token",
            paramLabel = "TOKEN",
            description = {
                "The bearer token that the control API, /_sandbank/api, requires.",
                "Default: none on a loopback address. Any other --host needs one."
            })
    private @Nullable String token;

    @Option(
            names = "--control-token-file",
            paramLabel = "FILE",
            description = "The file that contains the control token. It keeps the token out of the list of processes.")
    private @Nullable String tokenFile;

    @Option(
            names = "--no-control-api",
            description = "Switch the control API off, so that nobody can control the bank over HTTP.")
    private boolean off;

    /**
     * Sets the control API of a bank.
     *
     * @param exposed whether other machines reach the bank, and its fixture has the control API on
     */
    void tell(SandbankBuilder builder, boolean exposed) {
        if (off) {
            builder.withoutControlApi();
        } else if (token().isPresent()) {
            builder.controlToken(token().get());
        } else if (exposed) {
            throw new UsageException(
                    "a --host that others can reach needs --control-token TOKEN or --no-control-api; as variables, "
                            + "SANDBANK_CONTROL_TOKEN or SANDBANK_NO_CONTROL_API=true");
        }
    }

    /** Returns the token, if there is one. The file is read once, because it can be a pipe. */
    Optional<String> token() {
        if (token == null && tokenFile != null) {
            token = read(tokenFile);
        }
        return Optional.ofNullable(token);
    }

    boolean isOff() {
        return off;
    }

    private static String read(String file) {
        try {
            return Sources.file(file).text().strip();
        } catch (FixtureException unreadable) {
            throw new UsageException(
                    "--control-token-file " + unreadable.problems().get(0));
        }
    }
}
