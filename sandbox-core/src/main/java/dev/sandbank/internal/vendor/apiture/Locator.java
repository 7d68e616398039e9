package dev.sandbank.internal.vendor.apiture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Input;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * What an institution is looked up by.
 *
 * @param type how it is written: {@code abaRoutingNumber}, {@code swiftBicCode} or {@code ibanAccountNumber}
 * @param text the locator itself
 * @param country the country in which the institution is said to be
 */
record Locator(String type, String text, String country) {

    static final String ABA = "abaRoutingNumber";
    static final String SWIFT = "swiftBicCode";
    static final String IBAN = "ibanAccountNumber";

    private static final String UNITED_STATES = "US";
    private static final Pattern NINE_DIGITS = Pattern.compile("[0-9]{9}");
    private static final List<Integer> WEIGHTS = List.of(3, 7, 1);
    private static final Pattern BIC = Pattern.compile("[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?");
    private static final int SHORT_BIC = 8;
    /** The branch code that SWIFT gives a head office. */
    private static final String HEAD_OFFICE = "XXX";

    static Locator of(Input input) {
        return new Locator(
                input.get("locatorType").asText(),
                input.get("locator").asText(),
                input.get("countryCode").asText());
    }

    /** What is wrong with it, if anything is. */
    Optional<String> fault() {
        boolean american = country.equals(UNITED_STATES);
        if (american != type.equals(ABA)) {
            return Optional.of(
                    american
                            ? "institutions in the US are looked up by abaRoutingNumber"
                            : "only institutions in the US are looked up by abaRoutingNumber");
        }
        return switch (type) {
            case ABA -> isRoutingNumber() ? Optional.empty() : Optional.of("locator is no ABA routing number");
            case SWIFT -> bicFault();
            default -> ibanFault();
        };
    }

    private boolean isRoutingNumber() {
        return NINE_DIGITS.matcher(text).matches() && weighted() % 10 == 0;
    }

    private int weighted() {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            sum += WEIGHTS.get(i % WEIGHTS.size()) * Character.digit(text.charAt(i), 10);
        }
        return sum;
    }

    private Optional<String> bicFault() {
        if (!BIC.matcher(text).matches()) {
            return Optional.of("locator is no SWIFT/BIC code");
        }
        return text.startsWith(country, 4) ? Optional.empty() : Optional.of("locator is of another country");
    }

    private Optional<String> ibanFault() {
        if (!Iban.isValid(text)) {
            return Optional.of("locator is no IBAN");
        }
        return text.startsWith(country) ? Optional.empty() : Optional.of("locator is of another country");
    }

    /** Whether it leads to an institution with these locators. */
    boolean leadsTo(JsonNode locators) {
        String kept = type.equals(IBAN) ? "ibanBank" : type;
        return StreamSupport.stream(locators.path(kept).spliterator(), false)
                .map(JsonNode::asText)
                .anyMatch(known -> type.equals(IBAN)
                        ? Iban.isAt(text, known)
                        : whole(known).equals(whole(text)));
    }

    /** A BIC without a branch is that of the head office. */
    private String whole(String code) {
        return type.equals(SWIFT) && code.length() == SHORT_BIC ? code + HEAD_OFFICE : code;
    }

    void showOn(ObjectNode institution) {
        institution.put("locator", text);
        institution.put("locatorType", type);
    }
}
