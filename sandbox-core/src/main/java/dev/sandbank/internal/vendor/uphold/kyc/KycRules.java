package dev.sandbank.internal.vendor.uphold.kyc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.operation.Facts;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.VendorParts.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Checks whether a process may be updated: its status, the processes before it, who verifies it, and what must be known
 * already.
 */
record KycRules(OperationContext context) {

    private static final String CLOSED = "kyc-process-update-not-allowed";
    private static final String MOVED = "subdivision-update-non-authoritative-proof-of-address";
    private static final String FIXED = "subdivision-update-restricted-by-residence-country";
    private static final String DENIED = "permission-denied";
    private static final List<String> ADDRESS = List.of("address.line1", "address.city", "address.postalCode");
    private static final Map<String, List<String>> KNOWLEDGE = Map.of(
            "missing-name", List.of("fullName"),
            "missing-birthdate", List.of("birthdate"),
            "incomplete-profile", List.of("fullName", "birthdate"),
            "incomplete-address", ADDRESS);

    @Nullable
    Finding against(Call call) {
        Entry user = call.resources().get(0).entry();
        KycProcess process = KycProcess.of(call);
        Kyc kyc = Kyc.now(user, context);
        JsonNode body = call.input().body();
        String why = Objects.requireNonNullElse(
                closed(process, kyc, user.document(), body.path(Kyc.INPUT)), denied(process, kyc, body));
        List<String> reasons = why.isEmpty() ? missing(process, user.document()) : List.of(why);
        return reasons.isEmpty()
                ? null
                : new Finding(
                        "The process " + process.code() + " cannot be updated: " + String.join(", ", reasons),
                        Map.of("why", reasons));
    }

    /** Returns why its status, or that of a process before it, forbids the update. */
    private @Nullable String closed(KycProcess process, Kyc kyc, ObjectNode user, JsonNode input) {
        if (process == KycProcess.ADDRESS) {
            return movesAway(user, input) ? againstMoving(kyc, user) : null;
        }
        ObjectNode state = kyc.state(process);
        String status = state.path(Kyc.STATUS).asText();
        if (status.equals("exempt") && process == KycProcess.TAX_DETAILS) {
            return "kyc-process-status-exempt";
        }
        if (List.of("ok", "running").contains(status) && process.hasAnswers()) {
            return "form-already-completed";
        }
        if (status.equals("ok") && process.isAboutTheUser()) {
            return isSame(process, user, input) ? process.code() + "-already-verified" : null;
        }
        return isOpen(process, kyc) ? null : CLOSED;
    }

    /** Whether the input moves the user to another subdivision. */
    private static boolean movesAway(ObjectNode user, JsonNode input) {
        JsonNode subdivision = input.at("/address/subdivision");
        return !subdivision.isMissingNode() && !subdivision.equals(user.at("/address/subdivision"));
    }

    /** Returns why the user cannot move: the bank verifies the address, or the country forbids it. */
    private @Nullable String againstMoving(Kyc kyc, ObjectNode user) {
        if (kyc.model(KycProcess.PROOF_OF_ADDRESS).equals("uphold-verified")) {
            return MOVED;
        }
        return context.store()
                .entries()
                .find("countries", user.at("/address/country").asText())
                .filter(country -> country.document().path("subdivisionFixed").asBoolean())
                .map(country -> FIXED)
                .orElse(null);
    }

    private static boolean isSame(KycProcess process, ObjectNode user, JsonNode input) {
        return process == KycProcess.EMAIL
                ? user.path("email")
                        .asText()
                        .equalsIgnoreCase(input.path("email").asText())
                : user.at("/phone/number").equals(input.path("phone"));
    }

    private static boolean isOpen(KycProcess process, Kyc kyc) {
        ObjectNode state = kyc.state(process);
        return List.of("pending", "failed").contains(state.path(Kyc.STATUS).asText())
                && state.path("submittable").asBoolean(true)
                && (!state.path(Kyc.STATUS).asText().equals("failed") || hasAttempts(state.path(Kyc.OUTPUT)))
                && process.dependencies(state).stream().map(KycProcess::of).allMatch(kyc::isDone);
    }

    /** Whether an attempt is left after a result; there always is if attempts are not counted. */
    static boolean hasAttempts(JsonNode output) {
        JsonNode attempts = output.path("attempts");
        return attempts.isMissingNode()
                || attempts.path("used")
                                .decimalValue()
                                .compareTo(attempts.path("maximum").decimalValue())
                        < 0;
    }

    static boolean isSubmittable(KycProcess process, Kyc kyc) {
        return isOpen(process, kyc) && !kyc.model(process).equals("uphold-verified");
    }

    /** Returns what only the bank may verify, and not the organization; empty for nothing. */
    private static String denied(KycProcess process, Kyc kyc, JsonNode body) {
        boolean isTheBanks = kyc.model(process).equals("uphold-verified");
        JsonNode told = kyc.told(process);
        boolean isOfAnotherType = process.hasTypes()
                && told.has("type")
                && !told.has(Kyc.INPUT)
                && !List.of("none", body.path("type").asText())
                        .contains(told.path("type").asText());
        return isOfAnotherType || (isTheBanks && (process.hasTypes() || body.has(Kyc.OUTPUT))) ? DENIED : "";
    }

    private static List<String> missing(KycProcess process, ObjectNode user) {
        List<String> needed = switch (process) {
            case IDENTITY -> List.of("missing-name", "missing-birthdate");
            case PROOF_OF_ADDRESS -> List.of("missing-name", "incomplete-address");
            case TAX_DETAILS -> List.of("incomplete-profile", "incomplete-address");
            default -> List.of();
        };
        List<String> missing = new ArrayList<>(needed);
        missing.removeIf(what ->
                KNOWLEDGE.getOrDefault(what, List.of()).stream().allMatch(member -> Facts.at(user, member) != null));
        return missing;
    }
}
