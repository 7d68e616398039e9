package dev.sandbank.internal.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedCallTest {

    @Test
    void isOneLineThatNamesTheGateAndTheReason() throws Exception {
        try (Serving serving = new Serving()) {
            serving.send("GET", "/banking/accounts?limit=2");
            serving.stop();

            assertThat(serving.err().next())
                    .isEqualTo("GET /banking/accounts 401"
                            + " refused at token: The request carries no bearer token (token-missing)");
            assertThat(serving.err().left()).isZero();
            assertThat(serving.out().left()).isZero();
        }
    }

    @Test
    void isQuotedByTheGuide() throws Exception {
        String guide = Files.readString(Path.of("..", "docs", "guides", "refused-token.md"));
        try (Serving serving = new Serving()) {
            serving.send("POST", "/banking/transfers", "Authorization", "Bearer " + tokenThatReads(serving));

            assertThat(guide)
                    .contains(
                            "<!-- output: serve -->\n```text\n" + serving.err().next() + "\n```\n");
        }
    }

    private static String tokenThatReads(Serving serving) throws IOException, InterruptedException {
        HttpRequest wanted = HttpRequest.newBuilder(URI.create(serving.baseUrl() + "/_sandbank/api/tokens"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"client\": \"ada-batch\", \"scopes\": [\"banking/read\"]}"))
                .build();
        return HttpClient.newHttpClient()
                .send(wanted, BodyHandlers.ofString())
                .body()
                .replaceAll(".*\"token\":\"(.+?)\".*", "$1");
    }

    @Test
    void isToldOfTheTokenServerToo() throws Exception {
        try (Serving serving = new Serving()) {
            serving.send("GET", "/oidc/token");

            assertThat(serving.err().next()).startsWith("GET /oidc/token 405 refused at route: ");
        }
    }

    @Test
    void isNotToldToWhoWantsItQuiet() throws Exception {
        try (Serving serving = new Serving("--quiet")) {
            int status = serving.send("GET", "/banking/accounts").statusCode();
            serving.stop();

            assertThat(status).isEqualTo(401);
            assertThat(serving.err().left()).isZero();
        }
    }

    @Test
    void showsNoSecret() throws Exception {
        String pair = Base64.getEncoder().encodeToString("c3793a03-1234-4179:wrongSecret9876".getBytes(UTF_8));
        try (Serving serving = new Serving()) {
            serving.send(
                    "GET", "/banking/accounts?access_token=A1B2C3D4E5F6A7B8", "Authorization", "Bearer F9E8D7C6B5A4");
            serving.send("POST", "/oidc/token", "Authorization", "Basic " + pair);

            assertThat(serving.err().next() + serving.err().next())
                    .contains("/banking/accounts 401", "/oidc/token")
                    .doesNotContain("A1B2C3D4", "F9E8D7C6", "wrongSecret", pair.substring(0, 12));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /a\u001b[2Kb HTTP/1.1",
                "GET /a\rGET /forged 200 HTTP/1.1",
                "GET /a\u0085GET HTTP/1.1",
                "GET /a%0AGET%20/forged HTTP/1.1",
                "GE\u0007T /a HTTP/1.1",
                "GET /a\u0000b HTTP/1.1",
                "GET\t/a\tb HTTP/1.1"
            })
    void cannotForgeAnotherLineNorSteerTheTerminal(String requestLine) throws Exception {
        try (Serving serving = new Serving()) {
            sendRaw(serving, requestLine);
            serving.stop();

            assertThat(serving.err().next())
                    .matches("\\S+ \\S+ 4\\d\\d refused at [^\\p{Cntrl}\\u0085\\u2028\\u2029]+");
            assertThat(serving.err().left()).isZero();
        }
    }

    private static void sendRaw(Serving serving, String requestLine) throws IOException {
        try (Socket socket =
                new Socket(serving.baseUrl().getHost(), serving.baseUrl().getPort())) {
            String request = requestLine + "\r\nHost: bank\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            socket.getInputStream().readAllBytes();
        }
    }
}
