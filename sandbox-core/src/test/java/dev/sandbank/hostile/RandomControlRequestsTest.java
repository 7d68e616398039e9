package dev.sandbank.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.ApiDescription;
import dev.sandbank.testing.BuiltIn;
import dev.sandbank.testing.RawSocket;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is thrown at the control API: never a 5xx, always JSON, and the bank itself goes on. */
class RandomControlRequestsTest {

    private static final int ROUNDS = 1500;
    private static final List<String> METHODS =
            List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "X");
    private static final List<String> SEGMENTS = List.of(
            "ada",
            "ledger-reader",
            "acct-4f81c0",
            "accounts",
            "users",
            "listAccounts",
            "clients",
            "view",
            "1",
            "",
            "%00",
            "%2e%2e",
            "%ff",
            "\u00e4",
            "a+b",
            ";x",
            "%");
    private static final List<String> QUERIES = List.of(
            "",
            "?environment=cat",
            "?environment=%00",
            "?limit=1",
            "?limit=99999999999999999999",
            "?since=-1",
            "?wait=PT0.001S",
            "?wait=P9999999999D",
            "?status=%20",
            "?refusal=fault",
            "?user=ada&user=bob",
            "?name=ada",
            "?argument=a&argument=b",
            "?gate=scope&gate=x",
            "?call=1",
            "?operation=listAccounts",
            "?%zz",
            "?=&=");
    private static final List<String> MEMBERS = List.of(
            "client",
            "user",
            "scopes",
            "token",
            "status",
            "secret",
            "password",
            "advance",
            "at",
            "follow",
            "how",
            "on",
            "by",
            "next",
            "probability",
            "seed",
            "effect",
            "authentication",
            "authorization",
            "flaw",
            "name",
            "operation",
            "grant",
            "test",
            "balance",
            "bank",
            "extends",
            "\\u0000");
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "false",
            "0",
            "-1",
            "1e400",
            "503",
            "0.5",
            "9223372036854775808",
            "\"\"",
            "\"ada\"",
            "\"ledger-reader\"",
            "\"PT5M\"",
            "\"-P99999D\"",
            "\"PT9223372036854775807S\"",
            "\"2031-03-03T09:00:00Z\"",
            "\"+999999999-12-31T23:59:59Z\"",
            "\"\\ud800\"",
            "\"\\r\\nX: y\"",
            "[]",
            "[\"banking/read\"]",
            "[null]",
            "{}",
            "{\"type\": \"fail\", \"status\": 503}",
            "{\"type\": \"drop\"}",
            "{\"type\": \"replaceMember\", \"member\": \"\", \"value\": null}",
            "{\"amr\": [\" \"], \"ago\": \"-PT1S\"}",
            "\"expired\"",
            "[".repeat(2000),
            "9".repeat(2000),
            "");
    private static final List<String> HEADERS = List.of(
            "",
            "",
            "",
            "Content-Type: application/json\r\n",
            "Content-Type: application/json\r\n",
            "Content-Type: application/json; charset=latin1\r\n",
            "Content-Type: application/yaml\r\n",
            "Content-Type: text/plain\r\n",
            "Content-Type: \u00ff\r\n",
            "Authorization: Bearer \u00ff\r\n",
            "Sec-Fetch-Site: none\r\n",
            "Origin: \r\n");

    @ParameterizedTest
    @EnumSource
    void areAnsweredProperly(BuiltIn built) {
        Random random = new Random(20_310_303);
        List<String> paths = Stream.concat(
                        ApiDescription.read().operations().stream().map(ApiDescription.Described::path),
                        Stream.of("/", "//", "/nowhere", "/users", "/calls/"))
                .toList();

        try (Sandbank bank = built.start()) {
            for (int round = 0; round < ROUNDS; round++) {
                String request = request(random, paths);
                String reply = RawSocket.text(bank, request);

                assertThat(reply)
                        .as(request)
                        .matches("(?s)HTTP/1\\.1 [24]\\d\\d .*")
                        .doesNotContain("Exception");
                assertThat(reply).as(request).containsAnyOf("json", " 204 ", "Content-Length: 0");
            }
            bank.reset();

            assertThat(bank.tokens().forClient(built.client().id())).isNotEmpty();
            assertThat(RawSocket.text(
                            bank, "GET " + built.guarded() + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 401");
        }
    }

    private static String request(Random random, List<String> paths) {
        String path = pick(random, paths);
        while (path.contains("{")) {
            path = path.replaceFirst("\\{[^}]*}", pick(random, SEGMENTS));
        }
        String body = random.nextInt(4) == 0 ? "" : object(random);
        return pick(random, METHODS) + " /_sandbank/api" + path + pick(random, QUERIES) + " HTTP/1.1\r\n"
                + "Host: localhost\r\nConnection: close\r\nContent-Length: " + body.length() + "\r\n"
                + pick(random, HEADERS) + pick(random, HEADERS) + "\r\n" + body;
    }

    private static String object(Random random) {
        StringBuilder text = new StringBuilder("{");
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append(text.length() > 1 ? "," : "")
                    .append('"')
                    .append(pick(random, MEMBERS))
                    .append("\":")
                    .append(pick(random, VALUES));
        }
        return text.append(random.nextInt(12) == 0 ? "" : "}").toString();
    }

    private static String pick(Random random, List<String> all) {
        return all.get(random.nextInt(all.size()));
    }
}
