package dev.sandbank.internal.control.api;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.bank.Bank;
import dev.sandbank.internal.bank.Library;
import dev.sandbank.internal.bank.PreparedFixture;
import dev.sandbank.internal.explain.CallTemplate;
import dev.sandbank.internal.explain.Caller;
import dev.sandbank.internal.explain.ChoiceException;
import dev.sandbank.internal.explain.DryRun;
import dev.sandbank.internal.explain.page.ExplanationJson;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.operation.Operation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Explains calls that nobody made: in a copy of the sandbox, so that no trace of them is left here. */
final class ExplainOperations {

    private static final String PARAMETERS = "parameters";

    private ExplainOperations() {}

    static List<ControlOperation> all() {
        return List.of(ControlOperation.of("POST", "/operations/{id}/explain", ExplainOperations::explain)
                .taking("client", "user", "scopes", "resources", PARAMETERS, "body")
                .with(ControlRequest.ENVIRONMENT));
    }

    private static Reply explain(ControlRequest asked) {
        String environment = asked.environment().name();
        Bank bank = asked.bank().bank();
        PreparedFixture present =
                Library.ofProcess().sent("the present state", asked.bank().export(), bank.prepared());
        try (Bank copy = new Bank(present, bank.publicBase())) {
            copy.clock().freezeAt(asked.bank().clock().now());
            DryRun run = DryRun.in(copy, environment);
            CallTemplate call = call(run, asked);
            return Reply.of(
                    200,
                    "application/json",
                    ExplanationJson.of(run.explain(caller(run, asked.content()), call), run.bankTitle()));
        }
    }

    private static Caller caller(DryRun run, JsonBody content) {
        Caller caller = run.callers()
                .of(
                        content.findText("client").orElse(null),
                        content.findText("user").orElse(null));
        return content.has("scopes") ? run.callers().holding(caller, content.texts("scopes")) : caller;
    }

    private static CallTemplate call(DryRun run, ControlRequest asked) {
        JsonBody content = asked.content();
        Map<String, String> parameters = new LinkedHashMap<>();
        if (content.has(PARAMETERS)) {
            JsonBody given = content.object(PARAMETERS);
            given.members().fieldNames().forEachRemaining(name -> parameters.put(name, given.text(name)));
        }
        JsonNode body = content.has("body") ? content.any("body") : null;
        return run.asks().one(operation(run, asked.inPath("id")), content.findTexts("resources"), parameters, body);
    }

    private static Operation operation(DryRun run, String id) {
        try {
            return run.asks().operation(id);
        } catch (ChoiceException unknown) {
            throw ProblemException.notFound(SafeEcho.sentence(String.valueOf(unknown.getMessage())));
        }
    }
}
