package dev.sandbank.internal.vendor.uphold.kyc;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.model.Call;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A process in which the bank verifies a person, with the defaults of what a fixture leaves out. */
enum KycProcess {
    PROFILE("none", "", "full-name", ""),
    ADDRESS("none", "", "residential-address", "user-residential-address-not-valid"),
    EMAIL("partner-verified", "", "", ""),
    PHONE("partner-verified", "", "phone-number", ""),
    IDENTITY("partner-verified", "phone profile", "identity identity-via-physical-document", "user-identity-not-valid"),
    PROOF_OF_ADDRESS("partner-verified", "phone profile", "proof-of-address", "user-proof-of-address-not-valid"),
    CUSTOMER_DUE_DILIGENCE("uphold-verified", "", "customer-due-diligence", ""),
    ENHANCED_DUE_DILIGENCE(
            "partner-verified",
            "customer-due-diligence",
            "enhanced-due-diligence",
            "user-enhanced-due-diligence-not-valid"),
    CRYPTO_RISK_ASSESSMENT(
            "uphold-verified", "", "crypto-risk-assessment-form", "crypto-risk-assessment-form-not-valid"),
    SELF_CATEGORIZATION_STATEMENT(
            "uphold-verified", "", "self-categorization-form", "self-categorization-statement-form-not-valid"),
    TAX_DETAILS(
            "uphold-verified", "profile", "tax-details tax-identification-number w9-form", "user-w9-form-not-valid"),
    SCREENING("uphold-verified", "", "", "user-status-not-valid"),
    RISK("uphold-verified", "", "", "");

    private final String model;
    private final String dependencies;
    private final String answers;
    private final String restriction;

    /**
     * Describes a process.
     *
     * @param model who verifies it
     * @param dependencies the codes of the processes that must come before it
     * @param answers what users submit, in the words of requirements
     * @param restriction the restriction of capabilities while it is failed; empty for none
     */
    KycProcess(String model, String dependencies, String answers, String restriction) {
        this.model = model;
        this.dependencies = dependencies;
        this.answers = answers;
        this.restriction = restriction;
    }

    static KycProcess of(String code) {
        return Arrays.stream(values())
                .filter(process -> process.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no KYC process " + code));
    }

    /** Returns the process that a call updates: the last step of its path. */
    static KycProcess of(Call call) {
        String path = call.operation().path();
        return of(path.substring(path.lastIndexOf('/') + 1));
    }

    /** Returns the bank's word for it, such as {@code proof-of-address}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns its member in a user's {@code kyc} and in replies, such as {@code proofOfAddress}. */
    String member() {
        StringBuilder member = new StringBuilder();
        for (String word : code().split("-", -1)) {
            member.append(member.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return member.toString();
    }

    /** Returns the default status. */
    String usual() {
        return this == ENHANCED_DUE_DILIGENCE ? "exempt" : "ok";
    }

    String model(JsonNode told) {
        return told.path("model").asText(model);
    }

    boolean isAutomatic(JsonNode told) {
        return told.path("method").asText(isUpdated() ? "manual" : "automatic").equals("automatic");
    }

    List<String> dependencies(JsonNode told) {
        return told.has("dependencies") ? words(told.path("dependencies")) : words(dependencies);
    }

    /** Returns the triggers of an automatic process. */
    List<String> triggers(JsonNode told) {
        if (told.has("triggers")) {
            return words(told.path("triggers"));
        }
        return this == SCREENING
                ? List.of("profile", "identity")
                : this == PROOF_OF_ADDRESS ? List.of("identity") : List.of();
    }

    private static List<String> words(JsonNode list) {
        return list.valueStream().map(JsonNode::asText).toList();
    }

    private static List<String> words(String words) {
        return words.isEmpty() ? List.of() : List.of(words.split(" ", -1));
    }

    List<String> answers() {
        return words(answers);
    }

    String restriction() {
        return restriction;
    }

    /** Whether callers can update it. */
    boolean isUpdated() {
        return this != SCREENING && this != RISK;
    }

    /** Whether its input becomes members of the user's entry. */
    boolean isAboutTheUser() {
        return this == PROFILE || this == ADDRESS || this == EMAIL || this == PHONE;
    }

    /** Whether it has types of submission. */
    boolean hasTypes() {
        return this == IDENTITY || this == PROOF_OF_ADDRESS;
    }

    /** Whether a form asks for its input. */
    boolean hasForm() {
        return hasAnswers() || this == TAX_DETAILS;
    }

    /** Whether its form is answered only once. */
    boolean hasAnswers() {
        return this == CUSTOMER_DUE_DILIGENCE || mostAttempts() > 0;
    }

    /** Whether its result expires. */
    boolean expires() {
        return this == CUSTOMER_DUE_DILIGENCE || this == SELF_CATEGORIZATION_STATEMENT;
    }

    /** Returns how many attempts it allows; 0 if they are not counted. */
    int mostAttempts() {
        return switch (this) {
            case CRYPTO_RISK_ASSESSMENT -> 5;
            case SELF_CATEGORIZATION_STATEMENT -> 30;
            default -> 0;
        };
    }
}
