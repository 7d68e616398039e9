package dev.sandbank.internal.vendor.uphold.kyc;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.work.VendorParts.Finding;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks how a user is identified to the tax authorities. */
final class TaxRules {

    private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z][0-9A-Za-z ./-]{1,14}");
    private static final Set<String> REASONS = Set.of(
            "country-does-not-issue-document", "user-unable-to-obtain-document", "law-does-not-require-document");
    private static final String PLACE = "input.taxIdentification.";

    private TaxRules() {}

    static @Nullable Finding number(Call call) {
        return document(call, "number", number -> NUMBER.matcher(number).matches());
    }

    static @Nullable Finding reason(Call call) {
        return document(call, "reason", REASONS::contains);
    }

    private static @Nullable Finding document(Call call, String member, Predicate<String> isGood) {
        JsonNode documents = identification(call).path("documents");
        for (int place = 0; place < documents.size(); place++) {
            JsonNode told = documents.path(place).path(member);
            if (!told.isMissingNode() && !(told.isTextual() && isGood.test(told.asText()))) {
                return about("The " + member + " of the document is not valid", "documents[" + place + "]." + member);
            }
        }
        return null;
    }

    private static JsonNode identification(Call call) {
        return call.input().body().path(Kyc.INPUT).path("taxIdentification");
    }

    static @Nullable Finding signature(Call call) {
        JsonNode signature = identification(call).path("signature");
        String name =
                call.resources().get(0).entry().document().path("fullName").asText();
        return signature.isMissingNode() || signature.asText().equals(name)
                ? null
                : about("The signature is not the user's full name", "signature");
    }

    private static Finding about(String detail, String property) {
        return new Finding(detail, Map.of("property", PLACE + property));
    }
}
