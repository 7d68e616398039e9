package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.call;
import static dev.sandbank.testing.HttpCall.get;
import static dev.sandbank.testing.HttpCall.post;
import static dev.sandbank.testing.UpholdSeed.ADA;
import static dev.sandbank.testing.UpholdSeed.PAYOUTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.DenialReason;
import dev.sandbank.Sandbank;
import dev.sandbank.SandbankException;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.HttpCall;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every call of Uphold: request ids, headers about the person, limits, what is not there. */
class WhateverTheOperationTest {

    private static final String NEW_ACCOUNT = "{\"label\":\"Rainy day\",\"asset\":\"EUR\"}";

    @AutoClose
    private final Sandbank bank = Sandbank.start("uphold");

    @Test
    void hasARequestIdOfItsOwn() {
        String token = bank.tokens().forClient("payouts");
        Set<String> ids = new HashSet<>();
        List<HttpCall> calls = List.of(
                get(bank, "/core/accounts").bearer(token).onBehalfOf(ADA),
                get(bank, "/core/accounts").bearer(token).onBehalfOf(ADA),
                get(bank, "/core/accounts"),
                get(bank, "/core/nowhere").bearer(token),
                get(bank, "/nowhere"),
                HttpCall.tokenRequest(bank, "grant_type", "client_credentials"),
                HttpCall.clientCredentials(bank, PAYOUTS),
                call(bank, "DELETE", "/core/accounts/6dc9f142-e0b7-48a5-bf39-72a4508ce1d6")
                        .bearer(token)
                        .onBehalfOf(ADA));

        for (HttpCall each : calls) {
            Answer answer = each.send();
            assertThat(answer)
                    .hasHeaderMatching(
                            "X-Uphold-Request-Id",
                            "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
            ids.add(answer.header("X-Uphold-Request-Id").orElseThrow());
        }
        assertThat(ids).hasSameSizeAs(calls);
    }

    @Test
    void tellsWhatIsWrongWithContentThatIsNoJson() {
        assertThat(newAccount().json("{\"label\":")).hasStatus(400).hasBody("""
                {"code": "request_invalid", "message": "The body is not well-formed JSON",
                 "details": {"context": "body",
                   "violations": [{"property": "", "rule": "type", "ruleParams": {"type": "object"}}]}}
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/merge-patch+json"})
    void tellsWhichMediaTypeItReads(String type) {
        assertThat(newAccount().content(type, NEW_ACCOUNT)).hasStatus(415).hasBody("""
                {"code": "request_invalid", "message": "The content must be application/json",
                 "details": {"context": "headers", "violations": [{"property": "content-type", "rule": "enum",
                   "ruleParams": {"allowedValues": ["application/json"]}}]}}
                """);
    }

    private HttpCall newAccount() {
        return post(bank, "/core/accounts")
                .bearer(bank.tokens().forClient("payouts"))
                .onBehalfOf(ADA);
    }

    @ParameterizedTest
    @CsvSource({
        "X-Uphold-User-Ip,192.0.2.256,anyOf",
        "X-Uphold-User-Ip,localhost,anyOf",
        "X-Uphold-User-Country,gb,pattern",
        "X-Uphold-User-Country,GBR,pattern",
        "X-Uphold-User-Subdivision,GB,pattern",
        "X-Uphold-User-Subdivision,GB-LOND,pattern",
        "X-Uphold-User-Agent,'',pattern",
        "X-Uphold-User-Origin,'',pattern",
        "X-Uphold-User-City,'',pattern"
    })
    void readsWhatItIsToldAboutThePerson(String header, String value, String rule) {
        Answer answer = get(bank, "/core/accounts")
                .bearer(bank.tokens().forClient("payouts"))
                .onBehalfOf(ADA)
                .header(header, value)
                .send();

        assertThat(answer)
                .hasStatus(400)
                .has("/details/context", "headers")
                .has("/details/violations/0/property", header.toLowerCase(Locale.ROOT))
                .wasRefusedAt("input", DenialReason.INPUT_INVALID);
        assertThat(answer.each("/details/violations", "rule")).contains(rule.equals("anyOf") ? "format" : rule);
    }

    @Test
    void takesAllThatMayBeToldAboutThePerson() {
        assertThat(get(bank, "/core/accounts")
                        .bearer(bank.tokens().forClient("payouts"))
                        .onBehalfOf(ADA)
                        .header("X-Uphold-User-Ip", "2001:db8::1")
                        .header("X-Uphold-User-Agent", "Mozilla/5.0 (X11; Linux x86_64)")
                        .header("X-Uphold-User-Origin", "https://shop.example.test")
                        .header("X-Uphold-User-Country", "US")
                        .header("X-Uphold-User-Subdivision", "US-CA")
                        .header("X-Uphold-User-City", "San Francisco"))
                .hasStatus(200);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/kyc/processes",
        "POST,/accounts/test-helpers/card-deposits",
        "POST,/authentication/oauth2/token",
        "GET,/users/0c9c9c1e-5b0d-4a55-8f7e-2f8a3f3f7b10",
        "GET,''",
        "GET,/",
        "GET,/.well-known/openid-configuration"
    })
    void isNotThereYetOrNeverWas(String method, String path) {
        assertThat(call(bank, method, "/core" + path)).hasStatus(401).has("/code", "token_invalid");
        assertThat(call(bank, method, "/core" + path)
                        .bearer(bank.tokens().forClient("payouts"))
                        .onBehalfOf(ADA))
                .hasStatus(404)
                .has("/code", "entity_not_found")
                .wasRefusedAt("route", DenialReason.ROUTE_UNKNOWN);
    }

    @Test
    void isDoneAgainWhereItIsAskedForAgain() {
        HttpCall create = post(bank, "/core/accounts")
                .bearer(bank.tokens().forClient("payouts"))
                .onBehalfOf(ADA)
                .header("Idempotency-Key", "one-and-only")
                .header("X-Idempotency-Key", "one-and-only")
                .json(NEW_ACCOUNT);

        assertThat(create.send().text("/account/id")).isNotEqualTo(create.send().text("/account/id"));
    }

    @Test
    void mayBeTooMuchForAClient() {
        String fixture = """
                bank: uphold
                extends: uphold
                clock: 2031-03-03T09:00:00Z
                settings: {requestLimit: 3, requestPeriod: PT1M}
                """;
        try (Sandbank limited = Sandbank.builder().fixtureText(fixture).start()) {
            String token = limited.tokens().forClient("payouts");
            for (int each = 0; each < 3; each++) {
                limited.clock().advance(Duration.ofSeconds(10));
                get(limited, "/core/accounts").bearer(token).onBehalfOf(ADA).send();
            }

            assertThat(post(limited, "/core/accounts")
                            .bearer(token)
                            .onBehalfOf(ADA)
                            .json(NEW_ACCOUNT))
                    .hasStatus(429)
                    .has("/code", "too_many_requests")
                    .lacks("/details")
                    .hasHeader("Retry-After", "40")
                    .hasHeader("Reset-After", "40")
                    .hasHeaderMatching("X-Uphold-Request-Id", "[0-9a-f-]{36}")
                    .wasRefused(DenialReason.TOO_MANY_REQUESTS);
            assertThat(get(limited, "/core/accounts").onBehalfOf(ADA)).hasStatus(401);
            assertThat(get(limited, "/core/accounts")
                            .bearer(limited.tokens().forClient("desk"))
                            .onBehalfOf(ADA))
                    .hasStatus(200);

            limited.clock().advance(Duration.ofSeconds(40));
            assertThat(get(limited, "/core/accounts").bearer(token).onBehalfOf(ADA))
                    .hasStatus(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"core.accounts:write", "users:*", "core.*", "CORE.accounts:read", "openid"})
    void knowsNoScopeThatTheBankDoesNot(String scope) {
        String fixture = "bank: uphold\nclients: [{id: app, secret: some-secret, scopes: [\"" + scope + "\"]}]\n";

        assertThatThrownBy(() -> Sandbank.builder().fixtureText(fixture).start().close())
                .isInstanceOf(SandbankException.class)
                .hasMessageContaining(
                        ":2: clients[0].scopes[0]: found \"" + scope + "\", expected a scope of Uphold Enterprise");
    }
}
