package dev.sandbank.internal.vendor.uphold.kyc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.time.Timestamps;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.ReplyRenderer;
import dev.sandbank.internal.work.Result;
import java.util.List;

/** The work of the eleven updates after their rules are checked: it stores the input and lets the process continue. */
final class KycUpdate {

    private static final String TYPE = "type";

    private final OperationContext context;
    private final KycForms forms;

    KycUpdate(OperationContext context) {
        this.context = context;
        this.forms = new KycForms(context.store().entries());
    }

    Result perform(Call call, ReplyRenderer answers) {
        Entry user = call.resources().get(0).entry();
        KycProcess process = KycProcess.of(call);
        ObjectNode document = user.document().deepCopy();
        JsonNode body = call.input().body();
        Kyc kyc = Kyc.now(user, context);
        JsonNode rules = ProfileRules.of(process, kyc.told(process));
        tell(document, process, rules, body.path(Kyc.INPUT));
        ObjectNode state = said(process, kyc, body);
        boolean isWhole = ProfileRules.areKept(rules, document);
        become(document, process, kyc, state, isWhole ? status(process, state) : "pending");
        if (process == KycProcess.PROFILE && isWhole && !kyc.isDone(KycProcess.ADDRESS)) {
            become(document, KycProcess.ADDRESS, kyc, Kyc.copy(kyc.told(KycProcess.ADDRESS)), "ok");
        }
        context.store().entries().replace(Directory.USERS, user.id(), document);
        context.store().alarms().set(Directory.USERS, user.id(), context.now().get());
        return answers.about(
                call, context.store().entries().find(Directory.USERS, user.id()).orElse(user));
    }

    /** Stores the input of the first four processes, which are about members of the user's entry. */
    private static void tell(ObjectNode user, KycProcess process, JsonNode rules, JsonNode input) {
        switch (process) {
            case PROFILE -> ProfileRules.apply(user, rules, input);
            case ADDRESS -> ProfileRules.address(user.withObject("/address"), input.path("address"));
            case EMAIL -> user.set("email", input.path("email"));
            case PHONE ->
                user.putObject("phone")
                        .put("number", input.path("phone").asText())
                        .put("country", input.path("country").asText());
            default -> {}
        }
    }

    /** Returns what the entry contains about the process after the call, except for its status. */
    private static ObjectNode said(KycProcess process, Kyc kyc, JsonNode body) {
        ObjectNode state = Kyc.copy(kyc.told(process));
        JsonNode before = kyc.state(process);
        state.remove(List.of(TYPE, Kyc.INPUT, Kyc.OUTPUT));
        if (!process.isAboutTheUser()) {
            state.set(Kyc.INPUT, input(process, before, body.path(Kyc.INPUT)));
        }
        if (process.hasTypes()) {
            state.set(TYPE, body.path(TYPE));
        }
        if (body.has(Kyc.OUTPUT)) {
            ObjectNode output = body.path(Kyc.OUTPUT).deepCopy();
            count(process, output);
            state.set(Kyc.OUTPUT, output);
        }
        return state;
    }

    /** Merges the input: users answer forms a few questions at a time, until the process has a result. */
    private static JsonNode input(KycProcess process, JsonNode before, JsonNode said) {
        boolean goesOn =
                process.hasForm() && before.path(Kyc.STATUS).asText().equals("pending") && !before.has(Kyc.OUTPUT);
        ObjectNode input = Kyc.copy(goesOn ? before.path(Kyc.INPUT) : said);
        said.properties().forEach(member -> {
            if (member.getValue() instanceof ObjectNode more
                    && input.path(member.getKey()) instanceof ObjectNode known) {
                known.setAll(more);
            } else {
                input.set(member.getKey(), member.getValue());
            }
        });
        return input;
    }

    private static void count(KycProcess process, ObjectNode output) {
        if (process.mostAttempts() > 0) {
            ObjectNode attempts = output.withObject("/attempts");
            attempts.putIfAbsent("used", IntNode.valueOf(1));
            attempts.putIfAbsent("maximum", IntNode.valueOf(process.mostAttempts()));
        }
    }

    private String status(KycProcess process, ObjectNode state) {
        return switch (process.model(state)) {
            case "none" -> "ok";
            case "uphold-verified" -> process.isAboutTheUser() || !isAnswered(process, state) ? "pending" : "running";
            default -> state.has(Kyc.OUTPUT) ? verified(state.path(Kyc.OUTPUT)) : "pending";
        };
    }

    private boolean isAnswered(KycProcess process, ObjectNode state) {
        return !process.hasForm() || forms.isComplete(process, state);
    }

    private static String verified(JsonNode output) {
        if (!output.path("result").asText().equals("rejected")) {
            return "ok";
        }
        return output.has("attempts") && KycRules.hasAttempts(output) ? "pending" : "failed";
    }

    private void become(ObjectNode user, KycProcess process, Kyc kyc, ObjectNode state, String status) {
        if (!status.equals(kyc.status(process)) || status.equals("running")) {
            state.put(Kyc.SINCE, Timestamps.text(context.now().get()));
        }
        state.put(Kyc.STATUS, status).remove(Kyc.REACHED);
        user.withObject("/" + Kyc.MEMBER).set(process.member(), state);
    }
}
