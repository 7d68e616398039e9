package dev.sandbank.internal.cli;

import dev.sandbank.SandbankBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say who may control a running bank over HTTP. */
final class ControlOptions {

    @Option(
            names = "--control-token",
            paramLabel = "TOKEN",
            description = {
                "What whoever controls the bank below /_sandbank/api must send as a bearer.",
                "Default: none on a loopback address; a --host that others reach needs one."
            })
    private @Nullable String token;

    @Option(names = "--no-control-api", description = "Nobody can control the bank over HTTP.")
    private boolean off;

    /** @param exposed whether others than this machine reach the bank, and its fixture lets it be controlled */
    void tell(SandbankBuilder builder, boolean exposed) {
        if (off && token != null) {
            throw new UsageException("--control-token and --no-control-api exclude each other");
        }
        if (off) {
            builder.withoutControlApi();
        } else if (token != null) {
            builder.controlToken(token);
        } else if (exposed) {
            throw new UsageException("a --host that others reach needs --control-token TOKEN, or --no-control-api");
        }
    }
}
