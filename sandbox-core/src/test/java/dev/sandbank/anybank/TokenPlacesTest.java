package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.ArrangedCall;
import dev.sandbank.Denial;
import dev.sandbank.DenialReason;
import dev.sandbank.testing.ControlCall;
import dev.sandbank.testing.HttpCall;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Access tokens stand where a bank wants them, and in the form that it has for them. */
class TokenPlacesTest {

    private static final String DIALECT = """
            security:
              direct: {type: http, scheme: bearer, form: 'DirectLogin token="${token}"'}
              raw: {type: oauth2, header: X-Access-Token, form: "${token}"}
              usual: {type: oauth2}
            collections: {notes: {visible: all}}
            operations:
              - {id: direct, method: GET, path: /direct, security: [{direct: [read]}], work: &all {list: {collection: notes}}, reply: &who {body: {client: "${client}"}}}
              - {id: raw, method: GET, path: /raw, security: [{raw: [read]}], work: *all, reply: *who}
              - {id: either, method: GET, path: /either, security: [{usual: [read]}, {direct: [read]}], work: *all, reply: *who}
            """;

    @AutoClose
    private final TinyBank bank = TinyBank.start(DIALECT, "");

    private final String token = bank.sandbank().tokens().forClient("app");

    private HttpCall get(String path, String field, String value) {
        return HttpCall.get(bank.sandbank(), "/api" + path).header(field, value);
    }

    @Test
    void areTheFormThatTheSchemeHas() {
        String direct = "DirectLogin token=\"" + token + "\"";

        assertThat(get("/direct", "Authorization", direct)).hasStatus(200).has("/client", "app");
        assertThat(get("/direct", "Authorization", direct.replace("DirectLogin", "directlogin")))
                .hasStatus(200);
        assertThat(get("/either", "Authorization", direct)).hasStatus(200);
        assertThat(get("/either", "Authorization", "Bearer " + token)).hasStatus(200);
        assertThat(get("/direct", "Authorization", "Bearer " + token)).wasRefused(DenialReason.TOKEN_MALFORMED);
        assertThat(get("/direct", "Authorization", "DirectLogin token=" + token))
                .wasRefused(DenialReason.TOKEN_MALFORMED);
        assertThat(get("/direct", "Authorization", direct.replace(token, "other")))
                .wasRefused(DenialReason.TOKEN_UNKNOWN);
    }

    @Test
    void areTheFieldThatTheSchemeHas() {
        assertThat(get("/raw", "X-Access-Token", token)).hasStatus(200).has("/client", "app");
        assertThat(get("/raw", "Authorization", "Bearer " + token)).wasRefused(DenialReason.TOKEN_MISSING);
        assertThat(get("/raw", "X-Access-Token", "a b")).wasRefused(DenialReason.TOKEN_MALFORMED);
        assertThat(get("/raw", "X-Access-Token", "a").header("X-Access-Token", "b"))
                .wasRefused(DenialReason.TOKEN_MALFORMED);
    }

    @Test
    void areNotKeptByTheJournal() {
        get("/raw", "X-Access-Token", token).send();
        get("/direct", "Authorization", "DirectLogin token=\"" + token + "\"").send();

        assertThat(bank.sandbank().journal().calls().toString()).doesNotContain(token);
    }

    @Test
    void areDescribedInOpenApisWords() {
        assertThat(ControlCall.control(bank.sandbank(), "GET", "/bank-openapi.json")
                        .send()
                        .json()
                        .at("/components/securitySchemes")
                        .toString())
                .contains("\"direct\":{\"type\":\"http\",\"scheme\":\"DirectLogin\"}")
                .contains("\"raw\":{\"type\":\"apiKey\",\"in\":\"header\",\"name\":\"X-Access-Token\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"direct", "raw", "either"})
    void areWhereTheCatalogueSendsThem(String operation) throws Exception {
        assertThat(bank.sandbank().denials(operation)).isNotEmpty();
        for (Denial denial : bank.sandbank().denials(operation)) {
            try (TinyBank fresh = TinyBank.start(DIALECT, "")) {
                ArrangedCall call = fresh.sandbank().denials(operation).stream()
                        .filter(other -> other.name().equals(denial.name()))
                        .findFirst()
                        .orElseThrow()
                        .arrange(fresh.sandbank());

                int status = HttpClient.newHttpClient()
                        .send(call.request(), BodyHandlers.discarding())
                        .statusCode();

                assertThat(status).as(denial.name()).isEqualTo(denial.status());
                assertThat(call.differences(fresh.sandbank().journal().calls().get(0)))
                        .as(denial.name())
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            form: "${token}"  | form: "the token"                                    | security.raw.form: found "the token", expected a text with ${token} once
            form: "${token}"  | form: "${token}${token}"                             | expected a text with ${token} once
            {type: oauth2, header: X-Access-Token, | {type: apiKey, in: header, name: X, header: X-Access-Token, | security.raw.header: found one, expected none
            X-Access-Token    | "X Access"                                           | security.raw.header: found "X Access", expected the name of a header field
            """)
    void areChecked(String right, String wrong, String told, @TempDir Path folder) {
        assertThat(DIALECT).contains(right);
        assertThatThrownBy(() -> TinyBank.start(folder, DIALECT.replace(right, wrong), ""))
                .hasMessageContaining(told);
    }
}
