package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.testing.Answer;
import dev.sandbank.testing.BuiltIn;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.Jwt;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a bank's token server says in words and tokens of its own. */
class TokenWordsTest {

    private static final BuiltIn.Pair APP = new BuiltIn.Pair("app", "app-secret");
    private static final String LIST = """
            collections: {notes: {visible: all}}
            operations: [{id: list, method: GET, path: /notes, scopes: [read], work: {list: {collection: notes}}, reply: {body: {all: "${items}"}}}]
            """;

    @TempDir
    Path folder;

    @Test
    void hasExactlyTheMembersAndHeadersThatTheBankSays() {
        String tokens =
                "tokens: {alphabet: ab, length: 64, reply: [scope, access_token], headers: {X-Realm: tiny}, realm: tiny}\n";
        try (TinyBank bank = TinyBank.start(folder, LIST + tokens, "")) {
            Answer issued = HttpCall.clientCredentials(bank.sandbank(), APP, "scope", "read")
                    .send();

            assertThat(issued)
                    .hasStatus(200)
                    .hasMembersOnly("", "scope", "access_token")
                    .hasHeader("X-Realm", "tiny");
            assertThat(issued.body()).startsWith("{\"scope\":\"read\",");
            assertThat(issued.text("/access_token")).matches("[ab]{64}");
            assertThat(HttpCall.get(bank.sandbank(), "/api/notes").bearer(issued.text("/access_token")))
                    .hasStatus(200);
        }
    }

    @ParameterizedTest
    @CsvSource({"refuse, 400, invalid_scope, ''", "narrow, 200, '', read"})
    void refusesOrNarrowsWhatAClientDoesNotHave(String excess, int status, String error, String scope) {
        String issuer = """
                issuer:
                  path: /idp
                  endpoints: {token: /idp/token}
                  grants: [client_credentials]
                  authMethods: [client_secret_basic]
                  excessScope: %s
                """.formatted(excess);
        try (TinyBank bank = TinyBank.start(folder, LIST + issuer, "")) {
            BuiltIn.Pair reader = new BuiltIn.Pair("other", "other-secret");

            Answer answer = HttpCall.clientCredentials(bank.sandbank(), reader, "scope", "read write")
                    .send();

            assertThat(answer).hasStatus(status);
            assertThat(answer.text("/error")).isEqualTo(error);
            assertThat(answer.text("/scope")).isEqualTo(scope);
            assertThat(HttpCall.clientCredentials(bank.sandbank(), reader, "scope", "write"))
                    .hasStatus(400)
                    .has("/error", "invalid_scope");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "ES256", "EdDSA"})
    void signsItsTokensAsTheBankSays(String algorithm) {
        String tokens = """
                tokens:
                  format: jwt
                  algorithm: %s
                  claims: {who: "${subject}", app: "${client}", all: "${scopes}", line: "x ${scope} y", sub: "acct:${client}", client_id: null, iss: "${issuer}", to: "${api-url}", fix: [1, "${subject}"]}
                  reply: [access_token, token_type]
                  realm: tiny
                """.formatted(algorithm);
        try (TinyBank bank = TinyBank.start(folder, LIST + tokens, "settings: {jwtType: JWT}")) {
            String text = HttpCall.clientCredentials(bank.sandbank(), APP, "scope", "write read")
                    .send()
                    .text("/access_token");

            Jwt token = Jwt.of(text);
            assertThat(token.header().path("alg").asText()).isEqualTo(algorithm);
            assertThat(token.header().path("typ").asText()).isEqualTo("JWT");
            assertThat(token.claims().has("who")).isFalse();
            assertThat(token.claims().has("client_id")).isFalse();
            assertThat(token.claims().path("app").asText()).isEqualTo("app");
            assertThat(token.claims().path("sub").asText()).isEqualTo("acct:app");
            assertThat(token.claims().path("all").toString()).isEqualTo("[\"read\",\"write\"]");
            assertThat(token.claims().path("line").asText()).isEqualTo("x read write y");
            assertThat(token.claims().path("fix").toString()).isEqualTo("[1]");
            assertThat(token.claims().path("to").asText())
                    .isEqualTo(bank.sandbank().baseUrl() + "/api");
            assertThat(HttpCall.get(bank.sandbank(), "/api/notes").bearer(text)).hasStatus(200);
            assertThat(HttpCall.get(bank.sandbank(), "/api/notes").bearer(text.substring(0, text.length() - 4)))
                    .hasStatus(401);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "client_credentials, nothing, invalid_scope, 400",
        "password, read, unsupported_grant_type, 400",
    })
    void saysItsErrorsInTheBanksWordsWhereItHasSome(String grant, String scope, String error, int status) {
        String words = """
                tokens: {reply: [access_token], realm: tiny, errors: {%s: no-token}}
                refusals:
                  default: {body: {code: "${reason}"}}
                  no-token: {status: 409, headers: {X-No: "${error}"}, body: {why: "${error}", text: "${error_description}", same: "${detail}"}}
                """.formatted(error);
        try (TinyBank bank = TinyBank.start(folder, LIST + words, "")) {
            Answer own = HttpCall.tokenRequest(bank.sandbank(), "grant_type", grant, "scope", scope)
                    .basic(APP)
                    .send();
            assertThat(own)
                    .hasStatus(409)
                    .hasHeader("X-No", error)
                    .has("/why", error)
                    .has("/same", own.text("/text"))
                    .hasHeader("Cache-Control", "no-store");
            assertThat(HttpCall.tokenRequest(bank.sandbank(), "grant_type", grant))
                    .hasStatus(401)
                    .has("/error", "invalid_client");
        }
        try (TinyBank bank = TinyBank.start(folder, LIST, "")) {
            assertThat(HttpCall.tokenRequest(bank.sandbank(), "grant_type", grant, "scope", scope)
                            .basic(APP))
                    .hasStatus(status)
                    .has("/error", error);
        }
    }

    @Test
    void saysMetadataOtherwiseAndLeavesSomeOut() {
        String issuer = """
                issuer:
                  path: /idp
                  discovery: [/idp/metadata, /idp/second]
                  endpoints: {token: /idp/token, jwks: /idp/keys}
                  grants: [client_credentials]
                  authMethods: [client_secret_basic, client_secret_post]
                  metadata: {scopes_supported: null, service_documentation: "https://tiny.example", x_more: {a: [1]}}
                """;
        try (TinyBank bank = TinyBank.start(folder, LIST + issuer, "")) {
            Answer told = HttpCall.get(bank.sandbank(), "/idp/metadata").send();

            assertThat(told)
                    .hasStatus(200)
                    .lacks("/scopes_supported")
                    .lacks("/authorization_endpoint")
                    .has("/service_documentation", "https://tiny.example")
                    .has("/x_more/a/0", 1)
                    .has("/issuer", bank.sandbank().baseUrl() + "/idp");
            assertThat(HttpCall.get(bank.sandbank(), "/idp/second")).hasBody(told.body());
        }
    }
}
