package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.testing.Answer;
import dev.sandbank.testing.HttpCall;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a bank says things: its refusals, its headers, its replies. */
class WordsTest {

    private static final String OPERATIONS = """
            collections: {notes: {visible: all}}
            parameters: [{name: lang, in: query, schema: {type: string, maxLength: 2}}]
            operations:
              - {id: list, method: GET, path: /notes, scopes: [read], work: {list: {collection: notes}},
                 reply: {headers: {X-Lang: "lang ${parameter.lang}", X-None: "a ${parameter.none}", X-Url: "${base-url}"},
                   body: {all: "${items}", life: "${setting.accessTokenLifetime}", none: "${nothing}", deep: {none: "x ${nothing}", list: ["${nothing}", 1]}}}}
              - {id: echo, method: POST, path: /echo, body: {mediaTypes: [application/json, text/json], required: true, schema: {type: object}},
                 work: {create: {collection: notes}}, reply: {headers: {X-Text: "<${body.text}>"}, body: {text: "${body.text}", twice: "${body.text}${body.text}"}}}
              - {id: one, method: GET, path: "/notes/{id}", parameters: [{name: id, in: path, schema: {type: string}}],
                 resources: [{in: path, name: id, collection: notes, entity: Notiz}], work: {get: {}}, reply: {body: "${entry}"}}
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "GET, /notes, read, 200",
        "GET, /notes, write, 403",
        "PUT, /notes, read, 405",
        "GET, /nowhere, read, 404",
        "GET, /notes?lang=deutsch, read, 400",
        "POST, /echo, read, 400",
        "GET, /notes/n, read, 404"
    })
    void haveTheUsualStatusByDefault(String method, String path, String scope, int status) {
        try (TinyBank bank = TinyBank.start(folder, OPERATIONS, "")) {
            Answer answer = bank.asClient(method, path, scope).send();

            assertThat(answer).hasStatus(status);
            assertThat(answer.header("Allow")).isEqualTo(status == 405 ? Optional.of("GET, HEAD") : Optional.empty());
            assertThat(answer.header("WWW-Authenticate").isPresent()).isEqualTo(status == 403);
        }
    }

    @Test
    void tellEachOfSeveralCausesWhereTheBankSaysSo() {
        String two = OPERATIONS.replace(
                "parameters: [{name: lang,",
                "parameters: [{name: n, in: query, schema: {type: integer}}, {name: lang,");
        String refusals = """
                refusals:
                  default:
                    body: {code: "${reason}"}
                    causes: {all: {no: "${number}", at: "${property}", by: "${rule}", text: "${detail}", code: "${reason}"}}
                """;
        try (TinyBank bank = TinyBank.start(folder, two + refusals, "")) {
            assertThat(bank.get("ann", "/notes?n=x&lang=deutsch"))
                    .hasStatus(400)
                    .has("/all/0/no", 1)
                    .has("/all/0/at", "n")
                    .has("/all/0/by", "type")
                    .has("/all/1/no", 2)
                    .has("/all/1/at", "lang")
                    .has("/all/1/code", "input-invalid")
                    .lacks("/all/2");
            assertThat(bank.get("ann", "/notes?n=x")).hasStatus(400).lacks("/all");
        }
    }

    @Test
    void challengeByDefaultWhoeverHasNoGoodToken() {
        try (TinyBank bank = TinyBank.start(folder, OPERATIONS, "")) {
            assertThat(HttpCall.get(bank.sandbank(), "/api/notes"))
                    .hasStatus(401)
                    .hasHeader("WWW-Authenticate", "Bearer realm=\"tiny\"")
                    .hasBody("{\"code\":\"token-missing\",\"text\":\"The request carries no bearer token\"}");
            assertThat(HttpCall.get(bank.sandbank(), "/api/notes").bearer("x"))
                    .hasStatus(401)
                    .hasHeaderMatching("WWW-Authenticate", "Bearer realm=\"tiny\", error=\"invalid_token\".*");
        }
    }

    @Test
    void haveTheMembersThatAllRefusalsShareUnlessTheySayThemOtherwise() {
        String words = """
                envelope: {contentType: application/x-no, body: {at: "${now}", where: "${path}", code: common, gone: "${nothing}", id: "${request-id}"}}
                refusals:
                  default: {status: 418, headers: {X-Why: "${reason} at ${path}", X-Not: "${nothing}"}, body: {}}
                  resource-unknown: {status: 404, body: {code: own, what: "${entity} ${id}", list: ["${id}", "${nothing}"]}}
                """;
        try (TinyBank bank = TinyBank.start(folder, OPERATIONS + words, "")) {
            Answer missing = bank.get("ann", "/notes/n-9").send();
            assertThat(missing)
                    .hasStatus(404)
                    .hasHeader("Content-Type", "application/x-no")
                    .has("/code", "own")
                    .has("/what", "Notiz n-9")
                    .has("/where", "/api/notes/n-9")
                    .has("/at", "2031-03-03T09:00:00.000Z")
                    .hasMembersOnly("", "code", "what", "list", "at", "where", "id");
            assertThat(missing.at("/list").size()).isEqualTo(1);
            assertThat(HttpCall.get(bank.sandbank(), "/api/notes"))
                    .hasStatus(418)
                    .has("/code", "common")
                    .hasHeader("X-Why", "token-missing at /api/notes")
                    .hasNoHeader("X-Not")
                    .hasNoHeader("WWW-Authenticate");
        }
    }

    @Test
    void fillWhatIsKnownAndLeaveOutTheRest() {
        try (TinyBank bank = TinyBank.start(folder, OPERATIONS, "settings: {accessTokenLifetime: PT7M}")) {
            assertThat(bank.get("ann", "/notes?lang=de"))
                    .hasHeader("X-Lang", "lang de")
                    .hasHeader("X-Url", bank.sandbank().baseUrl().toString())
                    .hasNoHeader("X-None")
                    .hasBody("{\"all\":[],\"life\":\"PT7M\",\"deep\":{\"list\":[1]}}");
            assertThat(bank.get("ann", "/notes")).hasNoHeader("X-Lang");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\\r\\nSet-Cookie: x=1",
                "a\\nb",
                "\\u0000",
                "\\u0001",
                "\\u2028",
                "\\ud83c\\udfe6",
                "\\u00e4",
                "\\ud800"
            })
    void neverBreakOutOfAHeader(String text) {
        try (TinyBank bank = TinyBank.start(folder, OPERATIONS, "")) {
            Answer answer = bank.as("ann", "POST", "/echo")
                    .json("{\"text\":\"" + text + "\"}")
                    .send();

            assertThat(answer).hasStatus(200).hasNoHeader("Set-Cookie");
        }
    }

    @Test
    void areNotFilledTwice() {
        try (TinyBank bank = TinyBank.start(folder, OPERATIONS, "")) {
            assertThat(bank.as("ann", "POST", "/echo").json("{\"text\":\"${subject}\"}"))
                    .has("/text", "${subject}")
                    .has("/twice", "${subject}${subject}")
                    .hasHeader("X-Text", "<${subject}>");
        }
    }

    @Test
    void echoARequestsHeaderOnEveryReply() {
        String api =
                "api: {base: /api, challenge: {scheme: Bearer, realm: tiny}, headers: {X-Id: \"<${header.X-Id}>\", X-At: \"${now}\"}}\n";
        try (TinyBank bank = TinyBank.start(folder, OPERATIONS + api, "")) {
            for (String path : new String[] {"/api/notes", "/nowhere", "/idp/metadata", "/idp/token"}) {
                assertThat(HttpCall.get(bank.sandbank(), path)
                                .header("X-Id", "7")
                                .send())
                        .hasHeader("X-Id", "<7>")
                        .hasHeader("X-At", "2031-03-03T09:00:00.000Z");
                assertThat(HttpCall.get(bank.sandbank(), path)).hasNoHeader("X-Id");
            }
        }
    }

    @Test
    void takeEveryMediaTypeThatTheOperationNames() {
        try (TinyBank bank = TinyBank.start(folder, OPERATIONS, "")) {
            assertThat(bank.as("ann", "POST", "/echo").content("text/json; charset=utf-8", "{}"))
                    .hasStatus(200);
            assertThat(bank.as("ann", "POST", "/echo").content("text/plain", "{}"))
                    .hasStatus(415)
                    .wasRefusedAt("input", "media-type-unsupported");
            assertThat(bank.as("ann", "POST", "/echo").json("{"))
                    .hasStatus(400)
                    .wasRefusedAt("input", "body-malformed");
        }
    }

    @Test
    void guardAnApiAtTheRootToo() {
        String api = "api: {base: /, challenge: {scheme: Bearer, realm: tiny}}\n";
        try (TinyBank bank = TinyBank.start(folder, OPERATIONS + api, "")) {
            String token = bank.sandbank().tokens().forUser("app", "ann", "read");

            assertThat(HttpCall.get(bank.sandbank(), "/notes").bearer(token)).hasStatus(200);
            assertThat(HttpCall.get(bank.sandbank(), "/notes")).hasStatus(401);
            assertThat(HttpCall.get(bank.sandbank(), "/nowhere")).hasStatus(401);
            assertThat(HttpCall.get(bank.sandbank(), "/idp/metadata")).hasStatus(200);
            assertThat(bank.sandbank().url("one", "n-1").toString())
                    .isEqualTo(bank.sandbank().baseUrl() + "/notes/n-1");
        }
    }
}
