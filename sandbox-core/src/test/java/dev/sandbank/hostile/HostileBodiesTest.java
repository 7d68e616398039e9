package dev.sandbank.hostile;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.post;

import dev.sandbank.DenialReason;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.UpholdSeed;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Content that no operation takes is refused at the input gate, in the bank's own format. */
class HostileBodiesTest {

    private static final String GOOD = "{\"label\":\"x\",\"asset\":\"EUR\"}";

    @AutoClose
    private final Sandbank bank = Sandbank.start("uphold");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "}",
                "{\"label\":",
                "{'label':'x'}",
                "{\"label\":\"x\",}",
                "{\"label\":\"x\",\"label\":\"y\",\"asset\":\"EUR\"}",
                "{\"label\":\"x\",\"\\u006cabel\":\"y\",\"asset\":\"EUR\"}",
                GOOD + GOOD,
                GOOD + "x",
                "/* */" + GOOD,
                "{\"label\":\"\u0000\",\"asset\":\"EUR\"}",
                "{\"label\":\"a\nb\",\"asset\":\"EUR\"}",
                "{\"label\":NaN,\"asset\":\"EUR\"}",
                "{\"label\":01,\"asset\":\"EUR\"}",
                "{\"label\":\"\\x\",\"asset\":\"EUR\"}",
                "{\"label\":\"\\ud83\",\"asset\":\"EUR\"}",
                "label=x&asset=EUR",
                "<account/>",
                "tru"
            })
    void isNotJson(String body) {
        assertThat(create().json(body))
                .hasStatus(400)
                .has("/code", "request_invalid")
                .has("/details/context", "body")
                .wasRefusedAt("input", DenialReason.BODY_MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"label\":"})
    void isNestedWithoutEnd(String opening) {
        assertThat(create().json(opening.repeat(100_000)))
                .hasStatus(400)
                .wasRefusedAt("input", DenialReason.BODY_MALFORMED);
    }

    @Test
    void isNestedDeeplyWhereAnythingGoes() {
        String deep = "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000);

        assertThat(create().json("{\"label\":\"x\",\"asset\":\"EUR\",\"metadata\":" + deep + "}"))
                .hasStatus(400);
    }

    @Test
    void hasNumbersLongerThanAnyComputation() {
        assertThat(create().json(
                                "{\"label\":\"x\",\"asset\":\"EUR\",\"metadata\":{\"a\":" + "9".repeat(100_000) + "}}"))
                .hasStatus(400);
        assertThat(create().json("{\"label\":1e999999999,\"asset\":\"EUR\"}")).hasStatus(400);
    }

    @ParameterizedTest
    @ValueSource(ints = {0xC0, 0xFF, 0x80, 0xED})
    void isNotUtf8(int octet) {
        byte[] body = GOOD.getBytes(StandardCharsets.UTF_8);
        body[GOOD.indexOf('x')] = (byte) octet;

        assertThat(create().content("application/json", body))
                .hasStatus(400)
                .wasRefusedAt("input", DenialReason.BODY_MALFORMED);
    }

    @Test
    void isInAnotherUnicodeEncoding() {
        assertThat(create().content("application/json", GOOD.getBytes(StandardCharsets.UTF_16)))
                .hasStatus(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/jsonx",
                "application/xml",
                "json",
                "*/*",
                "",
                ";",
                "application/merge-patch+json"
            })
    void isOfAnotherMediaType(String type) {
        assertThat(create().content(type, GOOD))
                .hasStatus(415)
                .has("/code", "request_invalid")
                .wasRefusedAt("input", DenialReason.MEDIA_TYPE_UNSUPPORTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json;charset=utf-8", "APPLICATION/JSON", "application/json ; x=y"})
    void isFineWithParametersOfItsMediaType(String type) {
        assertThat(create().content(type, GOOD)).hasStatus(201);
    }

    @Test
    void isOneByteLargerThanAMebibyte() {
        String fits = GOOD + " ".repeat(1024 * 1024 - GOOD.length());

        assertThat(create().json(fits)).hasStatus(201);
        assertThat(create().json(fits + " "))
                .hasStatus(413)
                .has("/code", "content_too_large")
                .wasRefusedAt("input", DenialReason.BODY_TOO_LARGE);
    }

    @Test
    void isMissing() {
        assertThat(create().header("Content-Type", "application/json"))
                .hasStatus(400)
                .has("/details/context", "body")
                .wasRefusedAt("input", DenialReason.INPUT_INVALID);
    }

    @Test
    void isIgnoredByOperationsThatTakeNone() {
        String token = bank.tokens().forClient("payouts");

        assertThat(HttpCall.get(bank, "/core/accounts")
                        .bearer(token)
                        .onBehalfOf(UpholdSeed.ADA)
                        .content("text/plain", "{{{"))
                .hasStatus(200);
    }

    private HttpCall create() {
        return post(bank, "/core/accounts")
                .bearer(bank.tokens().forClient("payouts"))
                .onBehalfOf(UpholdSeed.ADA);
    }
}
