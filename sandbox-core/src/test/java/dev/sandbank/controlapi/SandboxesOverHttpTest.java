package dev.sandbank.controlapi;

import static dev.sandbank.testing.ControlCall.control;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.BuiltIn;
import dev.sandbank.testing.ControlAnswer;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.RawSocket;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Further sandboxes in one server: what they are, and how they end. */
class SandboxesOverHttpTest {

    @AutoClose
    private final Sandbank server = Sandbank.start("apiture");

    @Test
    void shareNothing() {
        URI one = made("{}");
        URI other = made("{}");

        control(one, "POST", "/users/ada/block").send().hasStatus(200);

        assertThat(statusOfAda(one)).isEqualTo(403);
        assertThat(statusOfAda(other)).isEqualTo(200);
        assertThat(statusOfAda(server.baseUrl())).isEqualTo(200);
        assertThat(control(one, "GET", "/calls").send().json().path("calls")).hasSize(1);
        assertThat(server.journal().calls()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void areOfAnyBuiltInBank(BuiltIn bank) {
        URI further = made("{\"fixture\": \"" + bank.fixture() + "\"}");

        assertThat(control(further, "GET", "").send().text("/bank")).isEqualTo(bank.fixture());
        assertThat(get(further + bank.guarded(), token(further, bank.client().id())))
                .isNotEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"application/yaml", "application/yaml; charset=utf-8"})
    void areOfATextThatIsSentAsItIs(String type) {
        URI further = URI.create(control(server, "POST", "/sandboxes")
                .content(
                        type,
                        "extends: apiture\nusers: [{id: zoe, username: zoe, password: z}]\n"
                                .getBytes(StandardCharsets.UTF_8))
                .send()
                .hasStatus(201)
                .text("/baseUrl"));

        control(further, "POST", "/users/zoe/block").send().hasStatus(200);
    }

    @Test
    void areOfAnExportOfAnotherOne() {
        server.user("ada").block();
        URI further = URI.create(control(server, "POST", "/sandboxes")
                .content("application/yaml", server.export().getBytes(StandardCharsets.UTF_8))
                .send()
                .hasStatus(201)
                .text("/baseUrl"));

        assertThat(statusOfAda(further)).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"port\": 0}"})
    void tellTheirOwnUrls(String content) {
        ControlAnswer made = make(content).hasStatus(201);
        String base = made.text("/baseUrl");

        String issuer = made.text("/issuer");
        assertThat(issuer).startsWith(base + "/oidc");
        assertThat(made.text("/controlUrl")).isEqualTo(base + "/_sandbank/api");
        ControlAnswer metadata = control(URI.create(base), "GET", "").send();
        assertThat(metadata.text("/issuer")).isEqualTo(issuer);
        assertThat(metadata.text("/description")).isEqualTo(URI.create(base).getPath() + "/_sandbank/api/openapi.json");
        assertThat(body(issuer + ".well-known/openid-configuration"))
                .contains("\"issuer\":\"" + issuer + '"')
                .contains("\"token_endpoint\":\"" + base + "/oidc/token\"");
        assertThat(control(URI.create(base), "GET", "/openapi.json").send().text("/servers/0/url"))
                .isEqualTo(URI.create(base).getPath() + "/_sandbank/api");
    }

    @Test
    void haveMetadataWhereTheirIssuerPutsThem() {
        URI further = made("{\"fixtureText\": \"extends: apiture\"}");

        assertThat(body(server.baseUrl() + "/.well-known/oauth-authorization-server" + further.getPath() + "/oidc"))
                .contains("\"issuer\":\"" + further + "/oidc");
    }

    @Test
    void haveTheirOwnCookiesAndPages() {
        URI further = made("{}");
        String page = RawSocket.text(
                server,
                "GET " + further.getPath() + "/oidc/authorize?response_type=code&client_id=mobile-app&scope=openid"
                        + "&redirect_uri=http://127.0.0.1/callback&code_challenge_method=S256&code_challenge="
                        + "c".repeat(43) + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(page).contains("; Path=" + further.getPath() + "/oidc;");
    }

    @Test
    void areCalledAsTheirMakerCallsTheServer() {
        String reply = RawSocket.text(
                server,
                "POST /_sandbank/api/sandboxes HTTP/1.1\r\nHost: bank.localhost:9\r\nConnection: close\r\n\r\n");

        assertThat(reply)
                .startsWith("HTTP/1.1 201")
                .contains("\"baseUrl\":\"http://bank.localhost:9/_sandbank/sandboxes/");
    }

    @Test
    void areCalledByThePublicUrlOfTheServer() {
        try (Sandbank known = Sandbank.builder()
                .publicUrl(URI.create("https://bank.example.test/sandbox"))
                .start()) {
            assertThat(control(known, "POST", "/sandboxes").send().text("/baseUrl"))
                    .startsWith("https://bank.example.test/sandbox/_sandbank/sandboxes/");
        }
    }

    @Test
    void areCalledByEachPublicNameOfTheServerAndEndWithItToo() {
        URI own;
        try (Sandbank known = Sandbank.builder().publicHost("bank.localhost").start()) {
            own = URI.create(control(known, "POST", "/sandboxes")
                    .json("{\"port\": 0}")
                    .send()
                    .text("/baseUrl"));
            String further = URI.create(
                            control(known, "POST", "/sandboxes").send().text("/baseUrl"))
                    .getPath();
            String reply = RawSocket.text(
                    known,
                    "GET " + further + "/_sandbank/api HTTP/1.1\r\nHost: bank.localhost:"
                            + known.baseUrl().getPort() + "\r\nConnection: close\r\n\r\n");

            assertThat(reply).contains("\"issuer\":\"http://bank.localhost:");
        }
        assertThatThrownBy(() -> new Socket(own.getHost(), own.getPort()).close())
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void areListedAndToldUntilTheyAreClosed() {
        String one = make("").text("/id");
        String other = make("{\"fixture\": \"uphold\"}").text("/id");

        assertThat(control(server, "GET", "/sandboxes").send().json().path("sandboxes"))
                .extracting(each -> each.path("id").asText())
                .containsExactlyInAnyOrder(one, other);
        URI closed = URI.create(control(server, "GET", "/sandboxes/" + one)
                .send()
                .hasStatus(200)
                .text("/baseUrl"));
        control(server, "DELETE", "/sandboxes/" + one).send().hasStatus(204);

        control(server, "GET", "/sandboxes/" + one).send().isProblem(404, "there is no sandbox \"" + one + "\"");
        control(server, "DELETE", "/sandboxes/" + one).send().hasStatus(404);
        control(closed, "GET", "/clock").sendUnchecked().isProblem(404, "there is no sandbox below this path");
        assertThat(control(server, "GET", "/changes").send().body())
                .contains("sandbox " + one + " is created, of apiture", "sandbox " + one + " is closed");
    }

    @Test
    void endByThemselves() {
        ControlAnswer made = make("{\"life\": \"PT1S\"}").hasStatus(201);

        control(URI.create(made.text("/baseUrl")), "GET", "/calls?wait=PT30S")
                .sendSoon()
                .orTimeout(20, TimeUnit.SECONDS)
                .join()
                .isProblem(503, "the sandbox is closed");
        control(server, "GET", "/sandboxes/" + made.text("/id")).send().hasStatus(404);
    }

    @Test
    void liveForAnHourAndAsLongAsIsSaid() {
        ControlAnswer made = make("").hasStatus(201);
        Instant before = Instant.parse(made.text("/endsAt"));

        ControlAnswer prolonged = control(server, "PATCH", "/sandboxes/" + made.text("/id"))
                .json("{\"life\": \"PT5H\"}")
                .send()
                .hasStatus(200);

        assertThat(Duration.between(before, Instant.parse(prolonged.text("/endsAt"))))
                .isBetween(Duration.ofHours(4), Duration.ofHours(4).plusMinutes(5));
    }

    @Test
    void goByNoClockOfASandbox() {
        server.clock().advance(Duration.ofDays(1));
        ControlAnswer made = make("{}").hasStatus(201);
        URI further = URI.create(made.text("/baseUrl"));

        control(further, "PATCH", "/clock")
                .json("{\"advance\": \"P1D\"}")
                .send()
                .hasStatus(200);

        assertThat(statusOfAda(further)).isEqualTo(200);
        assertThat(Instant.parse(made.text("/endsAt"))).isBefore(server.clock().now());
    }

    @Test
    void endWithTheirServer() {
        URI own = made("{\"port\": 0}");
        assertThat(statusOfAda(own)).isEqualTo(200);

        server.close();

        assertThatThrownBy(() -> new Socket(own.getHost(), own.getPort()).close())
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void makeNone() {
        control(made("{}"), "POST", "/sandboxes").sendUnchecked().isProblem(404, "there is no \"/sandboxes\"");
    }

    @Test
    void areControlledByWhoKnowsTheTokenOfTheServer() {
        try (Sandbank guarded = Sandbank.builder().controlToken("let-me-in").start()) {
            control(guarded, "POST", "/sandboxes").send().hasStatus(401);
            URI further = URI.create(control(guarded, "POST", "/sandboxes")
                    .bearer("let-me-in")
                    .send()
                    .hasStatus(201)
                    .text("/baseUrl"));

            control(further, "POST", "/users/ada/block").send().hasStatus(401);
            control(further, "POST", "/users/ada/block")
                    .bearer("let-me-in")
                    .send()
                    .hasStatus(200);
        }
    }

    private URI made(String content) {
        return URI.create(make(content).hasStatus(201).text("/baseUrl"));
    }

    private ControlAnswer make(String content) {
        return content.isEmpty()
                ? control(server, "POST", "/sandboxes").send()
                : control(server, "POST", "/sandboxes").json(content).send();
    }

    private int statusOfAda(URI bank) {
        return get(bank + "/banking/accounts", token(bank, "ada-batch"));
    }

    private static String token(URI bank, String client) {
        return control(bank, "POST", "/tokens")
                .json("{\"client\": \"" + client + "\"}")
                .send()
                .hasStatus(200)
                .text("/token");
    }

    private int get(String url, String token) {
        return HttpCall.get(server, url).bearer(token).sendPastTheBank().statusCode();
    }

    private String body(String url) {
        return HttpCall.get(server, url).sendPastTheBank().body();
    }
}
