package dev.sandbank.docs;

import static dev.sandbank.testing.ControlCall.control;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.Programs;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code docs/guides/other-languages.md} shows suites that pass, and requests that do what it says. */
class OtherLanguagesGuideTest {

    private static final Path GUIDE = Path.of("..", "docs", "guides", "other-languages.md");
    private static final Path SUITES = Path.of("..", "docs", "suites");
    private static final String SERVER = "http://127.0.0.1:8080";
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| [^|]+ \\| `([A-Z]+) (\\S+)`(?:, `(.+?)`)?(?:, with .*)? \\| (.*) \\|$");
    private static final Pattern MEMBER = Pattern.compile("`(\\w+)`");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @ParameterizedTest
    @CsvSource({
        "node, --test, # pass 6, ''",
        "python3, -m unittest, Ran 6 tests, ''",
        "node, --test, # pass 6, for-tests-only",
        "python3, -m unittest, Ran 6 tests, for-tests-only"
    })
    void showsSuitesThatPass(String language, String arguments, String told, String token) throws Exception {
        Programs.assumeThereIs(language);
        assertThat(read()).contains("\n" + language + " " + arguments + "\n");

        try (Sandbank bank = started(token)) {
            ProcessBuilder suite =
                    new ProcessBuilder((language + " " + arguments).split(" ", -1)).directory(SUITES.toFile());
            suite.environment().put("SANDBANK_URL", bank.baseUrl().toString());
            suite.environment().put("SANDBANK_CONTROL_TOKEN", token);
            suite.environment().put("PYTHONDONTWRITEBYTECODE", "1");

            assertThat(Programs.run(suite)).contains(told);
            assertThat(sandboxes(bank, token)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sandbank.mjs", "accounts.test.mjs", "sandbank.py", "test_accounts.py"})
    void showsHowASuiteBegins(String file) throws IOException {
        assertThat(Pattern.compile("<!-- suite: " + file + " -->\n```\\w+\n(.*?)```", Pattern.DOTALL)
                        .matcher(read())
                        .results())
                .singleElement()
                .satisfies(shown ->
                        assertThat(Files.readString(SUITES.resolve(file))).startsWith(shown.group(1)));
    }

    @Test
    void tellsRequestsThatDoWhatItSays() throws Exception {
        List<MatchResult> rows = ROW.matcher(read()).results().toList();
        Map<String, String> values = new HashMap<>();

        try (Sandbank bank = Sandbank.start("uphold")) {
            values.put("server", bank.baseUrl().toString());
            assertThat(rows).hasSize(7);
            for (MatchResult row : rows) {
                HttpResponse<String> reply = send(row, values);
                if (row.group(4).contains("the status")) {
                    assertThat(row.group(4)).endsWith(" " + reply.statusCode());
                } else {
                    JsonNode content = new ObjectMapper().readTree(reply.body());
                    assertThat(reply.statusCode()).isBetween(200, 201);
                    MEMBER.matcher(row.group(4))
                            .results()
                            .map(member -> member.group(1))
                            .forEach(member -> {
                                assertThat(content.has(member)).as(member).isTrue();
                                values.put(member, content.path(member).asText());
                            });
                }
            }
        }
    }

    private static HttpResponse<String> send(MatchResult row, Map<String, String> values) throws Exception {
        String url = row.group(2).replace(SERVER, "{server}");
        for (Map.Entry<String, String> value : values.entrySet()) {
            url = url.replace("{" + value.getKey() + "}", value.getValue());
        }
        BodyPublisher content = row.group(3) == null ? BodyPublishers.noBody() : BodyPublishers.ofString(row.group(3));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).method(row.group(1), content);
        if (row.group(3) != null) {
            request.header("Content-Type", "application/json");
        }
        if (row.group().contains("Bearer {token}")) {
            request.header("Authorization", "Bearer " + values.get("token"));
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static Sandbank started(String token) {
        var builder = Sandbank.builder().fixture("uphold");
        return token.isEmpty() ? builder.start() : builder.controlToken(token).start();
    }

    private static JsonNode sandboxes(Sandbank bank, String token) {
        var call = control(bank, "GET", "/sandboxes");
        return (token.isEmpty() ? call : call.header("Authorization", "Bearer " + token))
                .send()
                .json()
                .path("sandboxes");
    }

    private static String read() throws IOException {
        return Files.readString(GUIDE);
    }
}
