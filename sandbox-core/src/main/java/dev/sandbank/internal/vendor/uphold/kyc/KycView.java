package dev.sandbank.internal.vendor.uphold.kyc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.work.OperationContext;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows processes to callers. */
record KycView(OperationContext context, KycForms forms) {

    private static final List<String> PROFILE =
            List.of("fullName", "birthdate", "birthplace", "primaryCitizenship", "otherCitizenships", "address");
    private static final String TYPE = "type";

    /** Returns the summary of a user: blocked, or the status of the process that is furthest behind. */
    ObjectNode summary(Call call, Entry user) {
        Kyc kyc = Kyc.now(user, context);
        List<String> all = Stream.of(KycProcess.values()).map(kyc::status).toList();
        String status = user.document().path("status").asText().equals("blocked")
                ? "blocked"
                : all.contains("failed")
                        ? "restricted"
                        : all.contains("pending") || all.contains("running") ? "pending" : "ok";
        JsonNode told = user.document().path(Kyc.MEMBER).path("summary");
        return object().put("status", told.path("status").asText(status))
                .put("reason", told.path("reason").asText("none"));
    }

    /** Returns all processes, and details of those that the call asks for. */
    ObjectNode overview(Call call, Entry user) {
        Kyc kyc = Kyc.now(user, context);
        List<String> detailed = call.input().texts("detailed");
        ObjectNode all = object();
        for (KycProcess process : KycProcess.values()) {
            ObjectNode state = kyc.state(process);
            all.set(
                    process.member(),
                    detailed.contains(process.member()) ? detailed(process, state, kyc, user) : brief(process, state));
        }
        return all;
    }

    /**
     * Returns the process that a call has just updated; the result of a running process appears only in the next call.
     */
    ObjectNode updated(Call call, Entry user) {
        Kyc kyc = Kyc.now(user, context);
        KycProcess process = KycProcess.of(call);
        boolean runs = kyc.told(process).path(Kyc.STATUS).asText().equals("running");
        return detailed(process, runs ? kyc.told(process).deepCopy() : kyc.state(process), kyc, user);
    }

    private static ObjectNode brief(KycProcess process, ObjectNode state) {
        ObjectNode told = object().put("code", process.code())
                .put("status", state.path(Kyc.STATUS).asText());
        if (process.hasTypes()) {
            told.put(TYPE, type(process, state));
        }
        return told;
    }

    private static String type(KycProcess process, ObjectNode state) {
        boolean isOk = state.path(Kyc.STATUS).asText().equals("ok");
        String usual = process.isAutomatic(state) ? "from-identity" : "document-submission";
        return state.path(TYPE).asText(isOk ? usual : "none");
    }

    private ObjectNode detailed(KycProcess process, ObjectNode state, Kyc kyc, Entry user) {
        ObjectNode told = brief(process, state);
        told.set("verification", verification(process, state, kyc));
        JsonNode input = state.has(Kyc.INPUT) ? state.path(Kyc.INPUT) : own(process, user.document());
        put(told, Kyc.INPUT, input);
        put(told, Kyc.OUTPUT, state.path(Kyc.OUTPUT));
        if (process.hasForm() && !kyc.isDone(process)) {
            told.set("hint", forms.hint(process, state));
        }
        return told;
    }

    private static ObjectNode verification(KycProcess process, ObjectNode state, Kyc kyc) {
        boolean isAutomatic = process.isAutomatic(state);
        ObjectNode told =
                object().put("model", process.model(state)).put("method", isAutomatic ? "automatic" : "manual");
        if (isAutomatic && !process.triggers(state).isEmpty()) {
            process.triggers(state).forEach(told.putArray("triggers")::add);
        }
        process.dependencies(state).forEach(told.putArray("dependencies")::add);
        if (process.hasTypes()) {
            told.put("submittable", KycRules.isSubmittable(process, kyc));
        }
        if (process == KycProcess.PROFILE) {
            told.set("rules", ProfileRules.of(process, state));
        }
        return told;
    }

    /** Returns the members of the user's entry that the first four processes are about. */
    private static JsonNode own(KycProcess process, ObjectNode user) {
        ObjectNode input = object();
        switch (process) {
            case PROFILE -> PROFILE.forEach(member -> put(input, member, user.path(member)));
            case ADDRESS -> put(input, "address", user.path("address"));
            case EMAIL -> put(input, "email", user.path("email"));
            case PHONE -> {
                put(input, "phone", user.at("/phone/number"));
                put(input, "country", user.at("/phone/country"));
            }
            default -> {}
        }
        return input;
    }

    private static void put(ObjectNode to, String member, JsonNode value) {
        if (!value.isMissingNode() && !(value.isObject() && value.isEmpty())) {
            to.set(member, value);
        }
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** Returns warnings about ignored members of an update of the profile; null if there are none. */
    @Nullable
    ObjectNode warnings(Call call, Entry user) {
        JsonNode rules =
                ProfileRules.of(KycProcess.PROFILE, Kyc.now(user, context).told(KycProcess.PROFILE));
        ObjectNode warnings = object();
        ProfileRules.ignored(rules, call.input().body().path(Kyc.INPUT)).forEach(member -> {
            ObjectNode warning = warnings.withArray("/" + Kyc.INPUT).addObject();
            warning.put("code", "verification_rule_violated")
                    .put("message", "The member input." + member + " is ignored because it is not allowed");
            warning.putObject("details").put("property", "input." + member).put("rule", "presence");
        });
        return warnings.isEmpty() ? null : warnings;
    }
}
