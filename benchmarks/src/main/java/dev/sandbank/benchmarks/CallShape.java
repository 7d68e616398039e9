package dev.sandbank.benchmarks;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A kind of call that is made again and again. */
enum CallShape {
    ORDINARY("apiture") {
        @Override
        HttpRequest.Builder call(String url, String token, int number) {
            String path = number % 2 == 0 ? "/banking/accounts" : "/banking/transfers";
            return at(url + path).header("Authorization", "Bearer " + token);
        }
    },
    LONG_FIELDS("apiture") {
        @Override
        HttpRequest.Builder call(String url, String token, int number) {
            HttpRequest.Builder call = at(url + "/banking/accounts");
            for (int i = 0; i < 9; i++) {
                call.header("X-Long-" + i, LONG.substring(0, 8_000));
            }
            return call;
        }
    },
    MANY_FIELDS("apiture") {
        @Override
        HttpRequest.Builder call(String url, String token, int number) {
            HttpRequest.Builder call = at(url + "/banking/accounts");
            for (int i = 0; i < 6_000; i++) {
                call.header("X" + i, "x");
            }
            return call;
        }
    },
    METHOD("apiture") {
        @Override
        HttpRequest.Builder call(String url, String token, int number) {
            return at(url + "/banking/accounts").method(LONG, BodyPublishers.noBody());
        }
    },
    TEST_NAME("apiture") {
        @Override
        HttpRequest.Builder call(String url, String token, int number) {
            return at(url + "/banking/accounts").header("Sandbank-Test", number + LONG);
        }
    },
    TOKENS("apiture") {
        @Override
        HttpRequest.Builder call(String url, String token, int number) {
            return tokenRequest(url);
        }
    },
    CREATIONS("uphold") {
        @Override
        HttpRequest.Builder call(String url, String token, int number) {
            return at(url + "/core/users")
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .header("X-Uphold-User-Ip", "192.0.2.7")
                    .POST(BodyPublishers.ofString(
                            "{\"type\":\"business\",\"email\":\"shop%d@example.test\",\"termsOfService\":\"general-gb-fca\",\"country\":\"GB\",\"legalEntityType\":\"private-limited-company\"}"
                                    .formatted(number)));
        }
    };

    private static final String LONG = "M".repeat(75_000);

    private final String bank;

    CallShape(String bank) {
        this.bank = bank;
    }

    String bank() {
        return bank;
    }

    abstract HttpRequest.Builder call(String url, String token, int number);

    HttpRequest.Builder tokenRequest(String url) {
        boolean first = bank.equals("apiture");
        String pair = first ? "ada-batch:ada-batch-9vN4gC" : "onboarding:onboarding-5Gd0yF";
        return at(url + (first ? "/oidc/token" : "/core/oauth2/token"))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"));
    }

    private static HttpRequest.Builder at(String url) {
        return HttpRequest.newBuilder(URI.create(url));
    }
}
