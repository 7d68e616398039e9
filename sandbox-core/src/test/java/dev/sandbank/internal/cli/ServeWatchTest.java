package dev.sandbank.internal.cli;

import static dev.sandbank.testing.ControlCall.control;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.anybank.TinyBank;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code serve --watch} loads a saved fixture again, if it is good. */
class ServeWatchTest {

    private static final String BASE = "extends: apiture\n";
    private static final String CLIENT = "clients: [{id: %s, secret: my-secret, scopes: [banking/read]}]\n";

    @TempDir
    private Path folder;

    private Path fixture;

    @BeforeEach
    void write() throws IOException {
        fixture = folder.resolve("mine.yaml");
        save(BASE + CLIENT.formatted("first"));
    }

    @Test
    void answersAsTheSavedFixtureSays() throws Exception {
        try (Serving serving = watching()) {
            String keys = serving.send("GET", "/oidc/jwks").body();
            assertThat(token(serving, "second").statusCode()).isEqualTo(401);

            save(BASE + CLIENT.formatted("second"));

            awaitLoaded(serving);
            assertThat(token(serving, "second").statusCode()).isEqualTo(200);
            assertThat(token(serving, "first").statusCode()).isEqualTo(401);
            assertThat(serving.send("GET", "/oidc/jwks").body()).isEqualTo(keys);
        }
    }

    @Test
    void goesOnIfTheSavedFixtureIsBadAndSaysWhatIsWrong() throws Exception {
        try (Serving serving = watching()) {
            save(BASE + "clientz: []\n");

            String problem = serving.err().next();
            assertThat(problem).startsWith(fixture + ":2: clientz: ");
            assertThat(serving.err().next())
                    .isEqualTo("sandbank: " + fixture + " has changed and is not loaded: the bank goes on as it is");
            assertThat(token(serving, "first").statusCode()).isEqualTo(200);

            save(BASE + CLIENT.formatted("second"));

            awaitLoaded(serving);
            assertThat(problems(serving)).isEmpty();
            assertThat(token(serving, "second").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void tellsOverHttpWhatIsWrong() throws Exception {
        try (Serving serving = watching()) {
            assertThat(problems(serving)).isEmpty();

            save(BASE + "clientz: []\n");
            serving.err().next();
            serving.err().next();

            assertThat(problems(serving))
                    .extracting(JsonNode::asText)
                    .singleElement()
                    .asString()
                    .contains(":2: clientz: ");
            assertThat(control(serving.baseUrl(), "GET", "/changes").send().body())
                    .contains("the changed fixture is not loaded, problems: 1");

            save(BASE + CLIENT.formatted("first"));

            assertThat(serving.err().next()).isEqualTo("sandbank: " + fixture + " is again as it is loaded");
            assertThat(problems(serving)).isEmpty();
        }
    }

    @Test
    void watchesTheFilesThatItExtends() throws Exception {
        Path base = Files.writeString(folder.resolve("base.yaml"), BASE);
        save("extends: base.yaml\n");
        try (Serving serving = watching()) {
            Path renamed = Files.writeString(folder.resolve("base.tmp"), BASE + CLIENT.formatted("second"));
            Files.move(renamed, base, StandardCopyOption.ATOMIC_MOVE);

            awaitLoaded(serving);
            assertThat(token(serving, "second").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void watchesTheDialect() throws Exception {
        fixture = TinyBank.write(folder, "", "");
        Path dialect = folder.resolve("dialect.yaml");
        try (Serving serving = watching()) {
            Files.writeString(dialect, Files.readString(dialect).replace("dialect: tiny", "dialect: other"));

            awaitLoaded(serving);
            assertThat(control(serving.baseUrl(), "GET", "")
                            .send()
                            .json()
                            .path("bank")
                            .asText())
                    .isEqualTo("other");
        }
    }

    @Test
    void isOnlyForFiles() {
        assertThat(Ran.command("serve", "--port", "0", "--watch").err())
                .contains("--watch is for fixtures in files: name one with --fixture");
        assertThat(Ran.command("serve", "--port", "0", "--keep-state").err()).contains("--keep-state is for --watch");
    }

    private Serving watching() throws InterruptedException {
        return new Serving("--watch", "--fixture", fixture.toString());
    }

    private void save(String text) throws IOException {
        Files.writeString(fixture, text);
    }

    private void awaitLoaded(Serving serving) throws InterruptedException {
        String loaded = "sandbank: " + fixture + " has changed and is loaded";
        for (String line = serving.err().next(); !line.equals(loaded); ) {
            line = serving.err().next();
        }
    }

    private static JsonNode problems(Serving serving) {
        return control(serving.baseUrl(), "GET", "").send().json().path("problems");
    }

    private static HttpResponse<String> token(Serving serving, String client) throws Exception {
        String pair = client + ":my-secret";
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(serving.baseUrl() + "/oidc/token"))
                                .header(
                                        "Authorization",
                                        "Basic "
                                                + Base64.getEncoder()
                                                        .encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                                .build(),
                        BodyHandlers.ofString());
    }
}
