package dev.sandbank.controlapi;

import static dev.sandbank.testing.ControlCall.control;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.Sandbank;
import dev.sandbank.TokenFlaw;
import dev.sandbank.testing.ControlAnswer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Denials, ways of blocked users and flawed tokens, for tests in other languages. */
class CataloguesOverHttpTest {

    private static final String DENIALS = "/operations/getAccount/denials";

    @AutoClose
    private final Sandbank bank = Sandbank.builder()
            .fixtureText("extends: apiture\nsettings: {checkAudience: true}")
            .start();

    @Test
    void tellTheDenialsThatJavaTells() {
        assertThat(control(bank, "GET", DENIALS).send().json().path("denials"))
                .extracting(denial -> denial.path("name").asText())
                .containsExactlyElementsOf(bank.denials("getAccount").stream()
                        .map(denial -> denial.name())
                        .toList());
        assertThat(control(bank, "GET", DENIALS + "?gate=scope&gate=blocked")
                        .send()
                        .json()
                        .path("denials"))
                .extracting(denial -> denial.path("gate").asText())
                .contains("scope", "blocked")
                .containsOnly("scope", "blocked");
    }

    @Test
    void bringADenialAbout() throws Exception {
        JsonNode denial = control(bank, "GET", DENIALS + "?gate=entitlement")
                .send()
                .json()
                .at("/denials/0");

        JsonNode call = control(bank, "POST", DENIALS)
                .json("{\"name\": \"" + denial.path("name").asText() + "\"}")
                .send()
                .hasStatus(201)
                .json();

        assertThat(send(call)).isEqualTo(denial.path("status").asInt());
        assertThat(bank.journal().lastCall().decision().refusal())
                .isEqualTo(denial.path("reason").asText());
        assertThat(differences(call, 1)).isEmpty();
        assertThat(call.at("/parameters/accountId").asText()).startsWith("acct-");
    }

    @Test
    void tellInWhatAnotherCallDiffersFromTheArrangedOne() throws Exception {
        JsonNode call = control(bank, "POST", "/tokens/bad")
                .json("{\"flaw\": \"expired\"}")
                .send()
                .json();
        HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(bank.url("listAccounts")).build(), BodyHandlers.discarding());

        assertThat(differences(call, 1)).isNotEmpty();
        control(bank, "GET", "/arranged/1/differences?call=7").send().isProblem(404, "there is no call 7");
        control(bank, "GET", "/arranged/2/differences?call=1").send().isProblem(404, "no call is arranged under");
        control(bank, "GET", "/arranged/1/differences").send().isProblem(400, "give the number of the call");
    }

    @Test
    void leadABlockedUserTheWaysThatJavaKnows() throws Exception {
        JsonNode paths =
                control(bank, "GET", "/users/ada/auth-paths").send().json().path("authPaths");
        assertThat(paths).hasSameSizeAs(bank.authPaths("ada"));

        JsonNode path = paths.get(0);
        JsonNode call = control(bank, "POST", "/users/ada/auth-paths")
                .json("{\"operation\": \"%s\", \"client\": \"%s\", \"grant\": \"%s\"}"
                        .formatted(
                                path.path("operation").asText(),
                                path.path("client").asText(),
                                path.path("grant").asText()))
                .send()
                .hasStatus(201)
                .json();

        assertThat(bank.user("ada").status()).isEqualTo("blocked");
        assertThat(send(call)).isEqualTo(path.path("status").asInt());
    }

    @ParameterizedTest
    @EnumSource
    void makeATokenWithEachFlaw(TokenFlaw flaw) throws Exception {
        String word = flaw.name().toLowerCase(Locale.ROOT).replace('_', '-');
        JsonNode bad = control(bank, "POST", "/tokens/bad")
                .json("{\"flaw\": \"" + word + "\", \"client\": \"ada-batch\"}")
                .send()
                .hasStatus(201)
                .json();
        HttpRequest.Builder request = HttpRequest.newBuilder(bank.url("listAccounts"));
        if (!bad.path("authorization").asText().isEmpty()) {
            request.header("Authorization", bad.path("authorization").asText());
        }

        int status = HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.discarding())
                .statusCode();

        assertThat(status).isEqualTo(bad.path("status").asInt());
        assertThat(bank.journal().lastCall().decision().refusal())
                .isEqualTo(bad.path("reason").asText());
        assertThat(differences(bad, 1)).isEmpty();
    }

    @Test
    void tellTheFlawsThatAreRefused() {
        assertThat(control(bank, "GET", "/tokens/flaws?operation=listAccounts")
                        .send()
                        .json()
                        .path("flaws"))
                .hasSameSizeAs(bank.tokens().flaws("listAccounts"));
        assertThat(control(bank, "GET", "/tokens/flaws").send().json().path("flaws"))
                .hasSameSizeAs(bank.tokens().flaws());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET  | /operations/getAcount/denials        |                                                   | 404 | did you mean "getAccount"?
            GET  | /operations/getAccount/denials?gate=scop |                                               | 400 | did you mean "scope"?
            POST | /operations/getAccount/denials       | {"name": "scope: without bankin/read"}            | 404 | there is no denial "scope: without bankin/read" of getAccount
            GET  | /users/adda/auth-paths               |                                                   | 404 | did you mean "ada"?
            POST | /users/ada/auth-paths                | {"operation": "x", "client": "y", "grant": "z"}   | 404 | there is no auth path of user ada to x by z through client y
            POST | /tokens/bad                          | {"flaw": "expird"}                                | 404 | did you mean "expired"?
            POST | /tokens/bad                          | {"flaw": "expired", "client": "ada-bacth"}        | 404 | did you mean "ada-batch"?
            POST | /tokens/bad                          | {"flaw": "blocked-subject", "client": "ledger-reader"} | 409 | no client can get a token
            GET  | /tokens/flaws?operation=getAcount    |                                                   | 404 | did you mean "getAccount"?
            """)
    void areToldOfWhatThereIsNot(String method, String path, String content, int status, String told) {
        var call = control(bank, method, path);
        (content == null ? call : call.json(content)).send().isProblem(status, told);
    }

    private JsonNode differences(JsonNode arranged, long call) {
        ControlAnswer answer = control(
                        bank, "GET", "/arranged/" + arranged.path("id").asText() + "/differences?call=" + call)
                .send()
                .hasStatus(200);
        return answer.json().path("differences");
    }

    private static int send(JsonNode call) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(call.path("url").asText()))
                .method(
                        call.path("method").asText(),
                        BodyPublishers.ofString(call.path("body").asText()));
        call.path("headers")
                .properties()
                .forEach(header ->
                        request.header(header.getKey(), header.getValue().asText()));
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.discarding())
                .statusCode();
    }
}
