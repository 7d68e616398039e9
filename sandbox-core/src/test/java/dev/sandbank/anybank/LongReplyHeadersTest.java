package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.DenialReason;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.RawSocket;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Header fields of replies that repeat what a request says, however long that is: none makes the server fail. */
class LongReplyHeadersTest {

    private static final String DIALECT = """
            api:
              base: /api
              challenge: {scheme: Bearer, realm: tiny}
              headers: {X-Request-ID: "${header.X-Request-ID}", X-Again: "${header.X-Request-ID}", X-Path: "${path}"}
            parameters: [{name: q, in: query, schema: true}]
            collections: {items: {visible: all}}
            refusals: {default: {headers: {X-Why: "${detail}"}, body: {code: "${reason}", text: "${detail}"}}}
            operations:
              - id: cursor
                method: GET
                path: /cursor
                parameters:
                  - {name: after, in: query, schema: {type: string, default: ""}}
                  - &limit {name: limit, in: query, schema: {type: integer, default: 4}}
                work: {list: {collection: items, pages: {style: cursor, start: after, size: limit}}}
                reply: &paged
                  headers: {Link: "${link}", First: "${first}", Previous: "${previous}", Next: "${next}", Last: "${last}"}
                  body: {all: "${items}"}
              - id: page
                method: GET
                path: /page
                parameters: [{name: page, in: query, schema: {type: integer, default: 2}}, *limit]
                work: {list: {collection: items, pages: {style: page, start: page, size: limit}}}
                reply: *paged
              - id: offset
                method: GET
                path: /offset
                parameters: [{name: skip, in: query, schema: {type: integer, default: 4}}, *limit]
                work: {list: {collection: items, pages: {style: offset, start: skip, size: limit}}}
                reply: *paged
              - id: whole
                method: GET
                path: /whole
                parameters: [{name: page, in: query, schema: {type: integer, default: 1}}, *limit]
                work: {list: {collection: items, pages: {style: page, start: page, size: limit}}}
                reply: {body: {all: "${items}"}}
              - id: create
                method: POST
                path: /items
                body: {mediaTypes: [application/json], schema: {type: object, properties: {name: {type: string}}}}
                work: {create: {collection: items, content: true}}
                reply: {status: 201, headers: {Location: "/api/named/${body.name}"}, body: {id: "${entry.id}"}}
            """;
    private static final String FIXTURE = "items:\n"
            + IntStream.rangeClosed(1, 12)
                    .mapToObj(i -> "  - {id: i-%d}\n".formatted(i))
                    .collect(Collectors.joining());

    @AutoClose
    private final TinyBank bank = TinyBank.start(DIALECT, FIXTURE);

    @ParameterizedTest
    @CsvSource({
        "'\u00ff', 60000", // no UTF-8: nine characters of a link for each byte
        "'\"', 60000",
        "'\u00c3\u00a9', 30000",
        "'\u00e2\u0082\u00ac', 20000",
        "';', 50000",
        "'\u00ff', 8000",
        "'a', 65000"
    })
    void areNoPlaceForLinksThatNobodyCouldFollow(String text, int times) {
        for (String path : List.of("/page", "/cursor", "/offset")) {
            assertThat(raw(path, text.repeat(times)))
                    .hasStatus(414)
                    .has("/code", DenialReason.URI_TOO_LONG)
                    .wasRefused(DenialReason.URI_TOO_LONG);
        }
        assertThat(raw("/whole", text.repeat(times))).hasStatus(200).wasAllowed();
    }

    @ParameterizedTest
    @CsvSource({"'a', 63000", "'%20', 21000", "'\u00ff', 7000", "'%2C', 21000", "'a', 0"})
    void tellEveryLinkThatCanBeFollowed(String text, int times) {
        for (String path : List.of("/page", "/offset")) {
            Answer answer = raw(path, text.repeat(times));

            assertThat(answer).hasStatus(200);
            for (String name : List.of("Link", "First", "Previous", "Next", "Last")) {
                assertThat(answer.header(name)).as(name).isPresent();
            }
            assertThat(raw(answer.header("Next").orElseThrow())).hasStatus(200);
        }
        assertThat(raw("/cursor", text.repeat(times)).header("Next")).isPresent();
    }

    @Test
    void repeatTheLongestFieldThatCanBeSent() {
        for (String text : List.of("x".repeat(70_000), "\u00e9".repeat(70_000))) {
            Answer answer = RawSocket.send(bank.sandbank(), request("/api/whole", "X-Request-ID: " + text));

            assertThat(answer).hasStatus(200);
            assertThat(answer.header("X-Request-ID").orElseThrow()).hasSizeGreaterThanOrEqualTo(70_000);
            assertThat(answer.header("X-Again")).isEqualTo(answer.header("X-Request-ID"));
        }
    }

    @Test
    void areLeftOutIfContentMakesThemTooLong() {
        Answer shortOne = create("n".repeat(1000));
        Answer longOne = create("n".repeat(1_000_000));

        assertThat(shortOne).hasStatus(201).hasHeader("Location", "/api/named/" + "n".repeat(1000));
        assertThat(longOne).hasStatus(201).hasNoHeader("Location").hasHeader("Content-Type", "application/json");
    }

    @Test
    void areNotBrokenByTheLongestPath() {
        for (String text : List.of("a", "\u00ff", "\"")) {
            assertThat(raw("/" + text.repeat(60_000), "").status()).isBetween(400, 404);
        }
    }

    private Answer create(String name) {
        return bank.as("ann", "POST", "/items")
                .json("{\"name\":\"" + name + "\"}")
                .send();
    }

    private Answer raw(String path, String query) {
        return raw(bank.sandbank().baseUrl() + "/api" + path + "?limit=4&q=" + query);
    }

    private Answer raw(String url) {
        String target = url.substring(bank.sandbank().baseUrl().toString().length());
        return RawSocket.send(bank.sandbank(), request(target, "X-Request-ID: one"));
    }

    private String request(String target, String field) {
        String token = bank.sandbank().tokens().forUser("app", "ann", "read", "write");
        return "GET " + target + " HTTP/1.1\r\nHost: bank\r\nConnection: close\r\nAuthorization: Bearer " + token
                + "\r\n" + field + "\r\n\r\n";
    }
}
