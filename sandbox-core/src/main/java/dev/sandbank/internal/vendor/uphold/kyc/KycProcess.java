package dev.sandbank.internal.vendor.uphold.kyc;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.model.Call;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A process by which the bank gets to know a person, as it is where a fixture says nothing else. */
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
     * One of them.
     *
     * @param model who verifies it
     * @param dependencies the codes of those that come before it
     * @param answers what it has users submit, in the words of requirements
     * @param restriction what stands against capabilities while it is failed; empty for nothing
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

    /** The one that a call updates: the last step of its path. */
    static KycProcess of(Call call) {
        String path = call.operation().path();
        return of(path.substring(path.lastIndexOf('/') + 1));
    }

    /** The bank's word for it, such as {@code proof-of-address}. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The member that it is in a user's {@code kyc} and in replies, such as {@code proofOfAddress}. */
    String member() {
        StringBuilder member = new StringBuilder();
        for (String word : code().split("-", -1)) {
            member.append(member.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return member.toString();
    }

    /** How far a user is of whom nothing is told. */
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

    /** What has an automatic one run, as it is told. */
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

    /** Whether what was said of it are members of the user's entry. */
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

    /** Whether its form is answered once. */
    boolean hasAnswers() {
        return this == CUSTOMER_DUE_DILIGENCE || mostAttempts() > 0;
    }

    /** Whether what came of it is good until a moment only. */
    boolean expires() {
        return this == CUSTOMER_DUE_DILIGENCE || this == SELF_CATEGORIZATION_STATEMENT;
    }

    /** How often it can be tried; 0 where that is not counted. */
    int mostAttempts() {
        return switch (this) {
            case CRYPTO_RISK_ASSESSMENT -> 5;
            case SELF_CATEGORIZATION_STATEMENT -> 30;
            default -> 0;
        };
    }
}
