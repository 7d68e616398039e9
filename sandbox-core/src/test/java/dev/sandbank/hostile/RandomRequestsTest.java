package dev.sandbank.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.BuiltIn;
import dev.sandbank.testing.RawSocket;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever is thrown together from pieces of requests: never a 5xx, always the bank's own JSON, always in the journal. The
 * control API, which is in no journal, has a test of its own.
 */
class RandomRequestsTest {

    private static final int ROUNDS = 400;
    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "X");
    private static final List<String> SEGMENTS = List.of(
            "core",
            "banking",
            "accounts",
            "users",
            "me",
            "accountBalances",
            "oidc",
            "token",
            "oauth2",
            "cat",
            "cat2",
            "%2e",
            "..",
            "%2F",
            "a%20b",
            "%00",
            "%ff",
            "%",
            "",
            "{accountId}",
            "\u00e4",
            "acct-4f81c0",
            ".well-known",
            "openid-configuration",
            "jwks",
            "_sandbank",
            "api",
            "7b0f2a52-6a0e-4c7e-9f3d-1d2b6a1f5c11",
            ";",
            "*");
    private static final List<String> NAMES =
            List.of("limit", "perPage", "start", "page", "accounts", "asset", "%zz", "");
    private static final List<String> VALUES = List.of(
            "", "1", "-1", "%00", "%0a", "EUR", "99999999999", "acct-4f81c0", "%ff", "a".repeat(300), "%F0%9F%92%B6");
    private static final List<String> HEADERS = List.of(
            "Authorization",
            "X-On-Behalf-Of",
            "Content-Type",
            "Accept",
            "X-Uphold-User-Ip",
            "API-Key",
            "Cookie",
            "X-A");
    private static final List<String> FIELDS = List.of(
            "",
            "Bearer",
            "Bearer TOKEN",
            "Basic Og==",
            "Basic !",
            "user",
            "user 0c9c9c1e-5b0d-4a55-8f7e-2f8a3f3f7b10",
            "application/json",
            "application/x-www-form-urlencoded",
            "text/html",
            "999.1.1.1",
            "\u00ff\u0001",
            ";;,,\"");
    private static final List<String> BODIES = List.of(
            "",
            "{}",
            "[",
            "grant_type=client_credentials",
            "grant_type=%",
            "{\"label\":\"x\",\"asset\":\"EUR\"}",
            "\u00ff",
            "null",
            "grant_type=a&grant_type=b");

    @ParameterizedTest
    @EnumSource
    void areAnsweredProperly(BuiltIn built) {
        Random random = new Random(20_310_303);

        try (Sandbank bank =
                Sandbank.builder().fixture(built.fixture()).withoutControlApi().start()) {
            String token = bank.tokens().forClient(built == BuiltIn.UPHOLD ? "ada-only" : "ada-batch");
            for (int round = 0; round < ROUNDS; round++) {
                String request = request(random).replace("TOKEN", token);
                Answer answer = RawSocket.send(bank, request);

                assertThat(answer.status()).as(request).isBetween(200, 499);
                assertThat(bank.journal().lastCall().number()).as(request).isEqualTo(round + 1);
            }
        }
    }

    private static String request(Random random) {
        String method = pick(random, METHODS);
        String body = pick(random, BODIES);
        StringBuilder text = new StringBuilder(method + " ");
        for (int i = random.nextInt(5); i >= 0; i--) {
            text.append('/').append(pick(random, SEGMENTS));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append(text.indexOf("?") < 0 ? '?' : '&').append(pick(random, NAMES) + "=" + pick(random, VALUES));
        }
        text.append(" HTTP/1.1\r\nHost: bank\r\nConnection: close\r\nContent-Length: " + body.length() + "\r\n");
        for (int i = random.nextInt(5); i > 0; i--) {
            text.append(pick(random, HEADERS) + ": " + pick(random, FIELDS) + "\r\n");
        }
        return text + "\r\n" + body;
    }

    private static String pick(Random random, List<String> all) {
        return all.get(random.nextInt(all.size()));
    }
}
