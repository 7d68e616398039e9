package dev.sandbank.internal.vendor.apiture.institution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Input;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The locator of an institution.
 *
 * @param type its form: {@code abaRoutingNumber}, {@code swiftBicCode} or {@code ibanAccountNumber}
 * @param text the locator itself
 * @param country the country that the call gives for the institution
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
    /** The branch code of a head office in SWIFT. */
    private static final String HEAD_OFFICE = "XXX";

    static Locator of(Input input) {
        return new Locator(
                input.get("locatorType").asText(),
                input.get("locator").asText(),
                input.get("countryCode").asText());
    }

    /** Returns what is wrong with it; empty if nothing is. */
    Optional<String> fault() {
        boolean american = country.equals(UNITED_STATES);
        if (american != type.equals(ABA)) {
            return Optional.of(
                    american
                            ? "institutions in the US must be looked up by abaRoutingNumber"
                            : "only institutions in the US can be looked up by abaRoutingNumber");
        }
        return switch (type) {
            case ABA -> isRoutingNumber() ? Optional.empty() : Optional.of("locator is not a valid ABA routing number");
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
            return Optional.of("locator is not a valid SWIFT/BIC code");
        }
        return text.startsWith(country, 4) ? Optional.empty() : Optional.of("locator is of another country");
    }

    private Optional<String> ibanFault() {
        if (!Iban.isValid(text)) {
            return Optional.of("locator is not a valid IBAN");
        }
        return text.startsWith(country) ? Optional.empty() : Optional.of("locator is of another country");
    }

    /** Whether it belongs to an institution with these locators. */
    boolean leadsTo(JsonNode locators) {
        String kept = type.equals(IBAN) ? "ibanBank" : type;
        return locators.path(kept)
                .valueStream()
                .map(JsonNode::asText)
                .anyMatch(known -> type.equals(IBAN)
                        ? Iban.isAt(text, known)
                        : whole(known).equals(whole(text)));
    }

    /** Completes a BIC without a branch to that of the head office. */
    private String whole(String code) {
        return type.equals(SWIFT) && code.length() == SHORT_BIC ? code + HEAD_OFFICE : code;
    }

    void showOn(ObjectNode institution) {
        institution.put("locator", text);
        institution.put("locatorType", type);
    }

    /** An International Bank Account Number in the machine form of ISO 13616: no spaces, capital letters. */
    private static final class Iban {

        private static final Pattern FORM = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
        private static final int COUNTRY = 2;
        private static final int HEAD = 4;
        private static final int MODULUS = 97;

        /** The lengths by country, from the registry of IBANs. */
        private static final Map<String, Integer> LENGTHS = Stream.of("""
                    AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28
                    EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27
                    JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18
                    NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28
                    TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30""".split("\\s+"))
                .collect(Collectors.toUnmodifiableMap(
                        country -> country.substring(0, COUNTRY),
                        country -> Integer.valueOf(country.substring(COUNTRY))));

        private Iban() {}

        /** Whether form, length and check digits are right; for an unknown country, form and check digits. */
        static boolean isValid(String text) {
            return FORM.matcher(text).matches()
                    && LENGTHS.getOrDefault(text.substring(0, COUNTRY), text.length()) == text.length()
                    && remainder(text.substring(HEAD) + text.substring(0, HEAD)) == 1;
        }

        /**
         * Whether the account is at a bank, which is identified by its country and the beginning of its account
         * numbers.
         */
        static boolean isAt(String text, String bank) {
            return text.startsWith(bank.substring(0, COUNTRY)) && text.startsWith(bank.substring(COUNTRY), HEAD);
        }

        /** Returns the remainder; letters count as two digits, from 10 on (ISO 7064). */
        private static int remainder(String text) {
            int remainder = 0;
            for (int i = 0; i < text.length(); i++) {
                int value = Character.digit(text.charAt(i), Character.MAX_RADIX);
                remainder = (remainder * (value < 10 ? 10 : 100) + value) % MODULUS;
            }
            return remainder;
        }
    }
}
