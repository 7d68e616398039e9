package dev.sandbank.controlapi;

import static dev.sandbank.testing.ControlCall.control;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.SandbankBuilder;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.RawSocket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page for browsers: who gets it, and what it may do. */
class ConsoleTest {

    private static final String PAGE = "/_sandbank/";
    private static final Pattern REFERENCE = Pattern.compile("(?:console|\\.)/([a-z-]+\\.(?:js|css|svg))");

    @AutoClose
    private final Sandbank bank = Sandbank.start("apiture");

    @Test
    void isAPageWithFilesOfThisServerAlone() {
        HttpResponse<String> page = HttpCall.get(bank, PAGE).sendPastTheBank();

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .contains("default-src 'none'", "frame-ancestors 'none'", "trusted-types 'none'")
                        .doesNotContain("unsafe", "http"));
        assertThat(files().values())
                .allSatisfy(file -> assertThat(file.statusCode()).isEqualTo(200));
        assertThat(bank.journal().calls()).isEmpty();
    }

    @Test
    void isSmall() {
        assertThat(files().values().stream()
                        .mapToInt(file -> file.body().getBytes(StandardCharsets.UTF_8).length)
                        .sum())
                .isBetween(1, 60 * 1024);
    }

    @Test
    void neverMakesHtmlOfData() {
        assertThat(files().values())
                .allSatisfy(file -> assertThat(file.body())
                        .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing.js", "index.html", "../index.html", "%2e%2e/x.js", "", "ConsolePage.class"})
    void hasNoOtherFiles(String name) {
        assertThat(HttpCall.get(bank, PAGE + "console/" + name)
                        .sendPastTheBank()
                        .statusCode())
                .isIn(400, 404);
    }

    @Test
    void mayChangeThings() {
        control(bank, "POST", "/users/ada/block")
                .header("Origin", bank.baseUrl().toString())
                .header("Sec-Fetch-Site", "same-origin")
                .send()
                .hasStatus(200);

        assertThat(bank.user("ada").status()).isEqualTo("blocked");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: evil.example",
                "Host: localhost\r\nOrigin: https://evil.example",
                "Host: localhost\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors"
            })
    void isNotForOtherPages(String headers) {
        assertThat(status(bank, "GET " + PAGE, headers)).startsWith("HTTP/1.1 403");
        assertThat(status(bank, "GET " + PAGE + "console/main.js", headers)).startsWith("HTTP/1.1 403");
    }

    @Test
    void isWhereALinkMayLead() {
        String visit =
                "Host: localhost\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document";

        assertThat(status(bank, "GET " + PAGE, visit)).startsWith("HTTP/1.1 200");
        assertThat(status(bank, "GET /_sandbank/api", visit)).startsWith("HTTP/1.1 403");
    }

    /** With DNS rebinding, the page of another site and its requests bear that site's name. */
    @Test
    void isNoPageOfTheSameNameAsItsHostIfThatIsNotThisMachine() {
        assertThat(status(bank, "POST /_sandbank/api/reset", "Host: evil.example\r\nOrigin: http://evil.example"))
                .startsWith("HTTP/1.1 403");
    }

    @Test
    void holdsNoSecretSoThatItNeedsNoToken() {
        try (Sandbank guarded = builder().controlToken("t0ken").start()) {
            HttpResponse<String> page = HttpCall.get(guarded, PAGE).sendPastTheBank();

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.body()).doesNotContain("t0ken");
            control(guarded, "GET", "/clock").send().hasStatus(401);
        }
    }

    @Test
    void canBeLeftOut() {
        try (Sandbank without = builder().withoutConsole().start();
                Sandbank withoutControl = builder().withoutControlApi().start()) {
            for (Sandbank one : List.of(without, withoutControl)) {
                assertThat(HttpCall.get(one, PAGE).send().decision().refusal()).isEqualTo("route-unknown");
            }
            control(without, "POST", "/users/ada/block")
                    .header("Origin", without.baseUrl().toString())
                    .send()
                    .isProblem(403, "Origin");
        }
    }

    @Test
    void isReadOnly() {
        assertThat(status(bank, "POST " + PAGE, "Host: localhost\r\nContent-Type: application/json"))
                .startsWith("HTTP/1.1 405");
    }

    private static SandbankBuilder builder() {
        return Sandbank.builder().fixture("apiture");
    }

    /** The page and all that it and its scripts name, by their paths. */
    private Map<String, HttpResponse<String>> files() {
        Map<String, HttpResponse<String>> files = new LinkedHashMap<>();
        collect(PAGE, files);
        assertThat(files).containsKeys(PAGE + "console/main.js", PAGE + "console/api.js", PAGE + "console/style.css");
        return files;
    }

    private void collect(String path, Map<String, HttpResponse<String>> files) {
        if (files.containsKey(path)) {
            return;
        }
        HttpResponse<String> file = HttpCall.get(bank, path).sendPastTheBank();
        files.put(path, file);
        Matcher named = REFERENCE.matcher(file.body());
        while (named.find()) {
            collect(PAGE + "console/" + named.group(1), files);
        }
    }

    private static String status(Sandbank bank, String request, String headers) {
        return RawSocket.text(bank, request + " HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n");
    }
}
