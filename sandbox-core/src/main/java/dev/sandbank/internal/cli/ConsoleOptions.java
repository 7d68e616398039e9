package dev.sandbank.internal.cli;

import dev.sandbank.Sandbank;
import dev.sandbank.SandbankBuilder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options for the console, the page for browsers. */
final class ConsoleOptions {

    @Option(
            names = "--open",
            description = {
                "Print the address of the console, the page at /_sandbank/, of each bank.",
                "With a control token the address contains it, so treat it like the token."
            })
    private boolean open;

    @Option(names = "--no-console", description = "Leave out the console.")
    private boolean off;

    /** Sets the console of a bank. */
    void tell(SandbankBuilder builder, ControlOptions control) {
        if (open && (off || control.isOff())) {
            throw new UsageException("--open needs the console and the control API, but "
                    + (off ? "--no-console" : "--no-control-api") + " leaves it out");
        }
        if (off) {
            builder.withoutConsole();
        }
    }

    /** Returns the line with the address, if the user wants it. The token is in the fragment, which browsers send to nobody. */
    Optional<String> line(Sandbank bank, ServedBank served, ControlOptions control) {
        String token = control.token()
                .map(secret -> "#token=" + URLEncoder.encode(secret, StandardCharsets.UTF_8))
                .orElse("");
        return Optional.of("sandbank: " + bank.bankName() + " console at " + bank.baseUrl() + "/_sandbank/" + token)
                .filter(line -> open && served.isControlledOverHttp());
    }
}
