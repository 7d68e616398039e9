package dev.sandbank.internal.vendor.uphold.kyc;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.work.OperationContext;
import java.util.List;
import java.util.stream.Stream;

/**
 * The effects of the processes in a user's entry on the user's capabilities; processes that are not in it have none.
 */
public record KycEffects(OperationContext context) {

    private static final String SUBMIT = "user-must-submit-";

    /** Returns the requirements that processes have met. */
    public List<String> met(Entry user) {
        Kyc kyc = Kyc.now(user, context);
        return told(kyc)
                .filter(kyc::isDone)
                .flatMap(process -> process.answers().stream()
                        .filter(word -> !word.endsWith("-via-physical-document") || isOfDocuments(kyc.told(process))))
                .map(SUBMIT::concat)
                .toList();
    }

    private static boolean isOfDocuments(JsonNode told) {
        return told.path("type").asText("document-submission").equals("document-submission");
    }

    /** Returns the restrictions that processes have caused. */
    public List<String> restrictions(Entry user) {
        Kyc kyc = Kyc.now(user, context);
        return told(kyc)
                .map(process -> restriction(process, kyc.status(process)))
                .filter(restriction -> !restriction.isEmpty())
                .toList();
    }

    private static String restriction(KycProcess process, String status) {
        if (process == KycProcess.SCREENING && status.equals("running")) {
            return "user-screening-running";
        }
        return status.equals("failed") ? process.restriction() : "";
    }

    private static Stream<KycProcess> told(Kyc kyc) {
        return Stream.of(KycProcess.values())
                .filter(process ->
                        kyc.told(process).has(Kyc.STATUS) || kyc.told(process).has("then"));
    }
}
