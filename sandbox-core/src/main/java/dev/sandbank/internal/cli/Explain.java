package dev.sandbank.internal.cli;

import dev.sandbank.internal.explain.CallTemplate;
import dev.sandbank.internal.explain.Caller;
import dev.sandbank.internal.explain.DryRun;
import dev.sandbank.internal.explain.Explanation;
import dev.sandbank.internal.explain.page.ExplanationJson;
import dev.sandbank.internal.explain.page.ExplanationText;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code explain}: leads one call through the gates and shows what each of them saw. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Explains one call: the gates it passes, what each of them saw, where it stops, and the reply.",
            "Sandbank really makes the call, in a bank without a port, and keeps no trace of it.",
            "With --user alone, Sandbank calls through the client that may do the most for that user: one that may name"
                    + " users, otherwise one that is bound to this user, otherwise one that users sign in to."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the call is explained, whether it is allowed or refused",
            "1:the fixture is not valid",
            "2:the command line is wrong"
        })
final class Explain implements Callable<Integer> {

    private final PrintStream out;
    private final PrintStream err;

    @Parameters(index = "0", paramLabel = "OPERATION", description = "The operation's id, such as getAccount.")
    private String operation = "";

    @Parameters(
            index = "1..*",
            paramLabel = "RESOURCE",
            description = "The ids of the resources that the call names, in the order in which the operation declares"
                    + " them. Default: those of the example, or the first entries.")
    private List<String> resources = List.of();

    @Option(names = "--client", paramLabel = "ID", description = "The client that calls.")
    private @Nullable String client;

    @Option(names = "--user", paramLabel = "ID", description = "The user that the client acts for.")
    private @Nullable String user;

    @Option(
            names = {"--scope", "--scopes"},
            paramLabel = "SCOPES",
            split = "[ ,]+",
            description = "The scopes of the token: some of the client's, or '' for none. Default: all of them.")
    private @Nullable List<String> scopes;

    @Option(
            names = "--param",
            paramLabel = "NAME=VALUE",
            description = "A further parameter of the operation: in the path, the query or a header.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(
            names = "--body",
            paramLabel = "JSON",
            description = "The content of the call. Default: the dialect's example.")
    private @Nullable String body;

    @Mixin
    private final WorldOptions world = new WorldOptions();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json. Default: ${DEFAULT-VALUE}.")
    private String format = "text";

    Explain(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        boolean json = Format.of(format, List.of(Format.TEXT, Format.JSON)) == Format.JSON;
        return world.visit(err, rehearsal -> {
            Explanation explanation = rehearsal.explain(caller(rehearsal), ask(rehearsal));
            if (json) {
                JsonFiles.print(out, ExplanationJson.of(explanation, rehearsal.bankTitle()));
            } else {
                ExplanationText.of(explanation, rehearsal.bankTitle())
                        .forEach(line -> out.println(TerminalText.of(line)));
            }
            return ExitCode.OK;
        });
    }

    private Caller caller(DryRun rehearsal) {
        Caller caller = rehearsal.callers().of(client, user);
        return scopes == null
                ? caller
                : rehearsal
                        .callers()
                        .holding(
                                caller,
                                scopes.stream()
                                        .filter(scope -> !scope.isEmpty())
                                        .toList());
    }

    private CallTemplate ask(DryRun rehearsal) {
        return rehearsal
                .asks()
                .one(rehearsal.asks().operation(operation), resources, parameters, JsonFiles.content(body));
    }
}
