package dev.sandbank.uphold;

import static dev.sandbank.testing.HttpCall.post;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.HttpCall;

/**
 * A client that makes users, and the users that it makes.
 *
 * @param bank where it makes them
 */
record Onboarding(Sandbank bank) {

    static final String INES = """
            {"type": "individual", "email": "ines@example.test", "termsOfService": "general-gb-fca",
             "fullName": "Ines Prado", "birthdate": "1990-03-03", "primaryCitizenship": "PT",
             "address": {"country": "GB", "subdivision": "GB-MAN", "city": "Manchester", "line1": "1 High Street",
               "line2": "Northern Quarter", "postalCode": "M4 1AA"},
             "phone": {"number": "+447400123456", "country": "GB"}}""";
    static final String SHOP = """
            {"type": "business", "email": "shop@example.test", "termsOfService": "general-gb-fca", "country": "GB",
             "legalEntityType": "private-limited-company"}""";
    static final String OLDER = """
            {"type": "individual", "email": "olga@example.test", "termsOfService": "general-us-hq",
             "citizenshipCountry": "LT", "country": "US", "subdivision": "US-CA",
             "partnerOnboardedAt": "2025-02-01T01:00:00+01:00"}""";

    HttpCall create(String body) {
        return create(body, bank.tokens().forClient("onboarding"));
    }

    HttpCall create(String body, String token) {
        return post(bank, "/core/users")
                .bearer(token)
                .header("X-Uphold-User-Ip", "192.0.2.7")
                .json(body);
    }
}
