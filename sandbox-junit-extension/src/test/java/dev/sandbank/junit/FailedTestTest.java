package dev.sandbank.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.kit.Caller;
import dev.sandbank.junit.kit.Sample;
import dev.sandbank.junit.kit.SampleRun;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a test fails, what happened in its sandbox is below the failure and in a bundle. */
class FailedTestTest {

    /** A secret of the fixture. */
    private static final String CANARY = "canary-7Kq2Zx9";

    /** What only callers know. */
    private static final String SPARROW = "sparrow-5Mt8Wq3";

    @TempDir
    private Path folder;

    @Test
    void showsItsLastDecisionsBelowTheFailure() {
        List<Throwable> failures =
                SampleRun.keepingFailures(folder, 1, Failing.class).failures();

        assertThat(failures).singleElement().satisfies(failure -> {
            assertThat(failure).hasMessage("by the sample");
            assertThat(failure.getSuppressed()[0].toString())
                    .startsWith("The last calls of this test to apiture at http://")
                    .contains(
                            "#1 GET /banking/accounts -> 403, listAccounts by client ada-batch for user ada, refused at"
                                    + " blocked: The user ada is blocked")
                    .contains("To make it happen again: java -jar sandbank.jar replay " + folder);
        });
    }

    @Test
    void isKeptAsABundleWhoseNameSaysWhichTestItWas() throws IOException {
        SampleRun.keepingFailures(folder, 1, Failing.class);

        assertThat(bundles()).singleElement().satisfies(file -> {
            assertThat(file.getFileName().toString())
                    .matches("dev\\.sandbank\\.junit\\.FailedTestTest_Failing\\.fails-[0-9a-f]{8}\\.zip");
            assertThat(entries(file))
                    .containsOnlyKeys("about.json", "calls.json", "changes.json", "fixture.yaml", "state.yaml");
            assertThat(entries(file).get("calls.json")).contains("subject-blocked");
            assertThat(entries(file).get("changes.json")).contains("user ada is blocked");
            assertThat(blocked(file, "state.yaml")).isEqualTo(blocked(file, "fixture.yaml") + 1);
        });
    }

    @Test
    void publishesThePathOfTheBundle() throws IOException {
        SampleRun run = SampleRun.keepingFailures(folder, 1, Failing.class);

        assertThat(run.told("sandbank.failure"))
                .containsExactly(bundles().get(0).toString());
    }

    @Test
    void hasABundleForEachRunOfTheMethodAndEachSandbox() throws IOException {
        SampleRun.keepingFailures(folder, 9, Several.class);

        assertThat(bundles())
                .hasSize(5)
                .allSatisfy(file -> assertThat(file.getFileName().toString())
                        .hasSizeLessThan(200)
                        .matches("[A-Za-z0-9._-]+"));
        assertThat(bundles()).anyMatch(file -> file.toString().contains("_Inside.fails-"));
        assertThat(bundles()).anyMatch(file -> file.toString().endsWith("-payouts.zip"));
    }

    @Test
    void isKeptOnlyIfItIsOneOfTheFirst() throws IOException {
        List<Throwable> failures =
                SampleRun.keepingFailures(folder, 1, Several.class).failures();

        assertThat(bundles()).hasSize(1);
        assertThat(failures)
                .allSatisfy(failure -> assertThat(failure.getSuppressed()).isNotEmpty());
    }

    @Test
    void isNotKeptIfThatIsSwitchedOff() throws IOException {
        List<Throwable> failures = SampleRun.of(Failing.class).failures();

        assertThat(failures)
                .singleElement()
                .satisfies(failure -> assertThat(failure.getSuppressed()).isEmpty());
    }

    @Test
    void isNoTestThatPassedOrWasAborted() throws IOException {
        SampleRun.keepingFailures(folder, 9, Fine.class);

        assertThat(bundles()).isEmpty();
    }

    @Test
    void isKeptIfItFailsForAFaultThatNeverStruck() throws IOException {
        SampleRun.keepingFailures(folder, 9, Idle.class);

        assertThat(bundles()).hasSize(1);
    }

    @Test
    void givesNoSecretAway() throws IOException {
        SampleRun run = SampleRun.keepingFailures(folder, 1, Leaking.class);

        String token = run.told("token").iterator().next();
        assertThat(entries(bundles().get(0)).values())
                .allSatisfy(text -> assertThat(text)
                        .doesNotContain(CANARY)
                        .doesNotContain(SPARROW)
                        .doesNotContain(base64(CANARY).substring(8, 16))
                        .doesNotContain(token)
                        .doesNotContain("ada-batch-9vN4gC")
                        .doesNotContain("correct horse")
                        .doesNotContain("branch-widget-key-8Hq3"));
    }

    private static int blocked(Path file, String state) throws IOException {
        return entries(file).get(state).split("status: blocked", -1).length;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static Map<String, String> entries(Path file) throws IOException {
        Map<String, String> entries = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }

    private static AssertionError failure() {
        return new AssertionError("by the sample");
    }

    @Sample
    @WithSandbank("apiture")
    static class Failing {

        @Test
        void fails(Sandbank bank) {
            bank.user("ada").block();
            new Caller(bank).listAccounts("ada-batch");
            throw failure();
        }
    }

    @Sample
    @WithSandbank("apiture")
    static class Several {

        @ParameterizedTest(name = "../../{0}")
        @ValueSource(strings = {"/etc/passwd", "\u0000"})
        void failsWithArguments(String argument, Sandbank bank) {
            throw failure();
        }

        @Test
        @WithSandbank("apiture")
        @WithSandbank(value = "uphold", name = "payouts")
        void failsWithTwo(@Bank("apiture") Sandbank one, @Bank("payouts") Sandbank other) {
            throw failure();
        }

        @Nested
        class Inside {

            @Test
            void fails(Sandbank bank) {
                throw failure();
            }
        }
    }

    @Sample
    @WithSandbank("apiture")
    static class Fine {

        @Test
        void passes(Sandbank bank) {
            assertThat(bank.bankName()).isEqualTo("apiture");
        }

        @Test
        void isAborted(Sandbank bank) {
            Assumptions.abort();
        }
    }

    @Sample
    @WithSandbank("apiture")
    static class Idle {

        @Test
        void passesButForAFault(Sandbank bank) {
            bank.faults().anywhere().next(1).fail(503);
        }
    }

    @Sample
    static class Leaking {

        @Test
        @Fixture(text = """
                extends: apiture
                clients:
                  - {id: canary, secret: canary-7Kq2Zx9, grants: [client_credentials], scopes: [banking/read]}
                users:
                  - {id: bird, password: canary-7Kq2Zx9}
                apiKeys:
                  - {id: cage, name: Cage, key: canary-7Kq2Zx9-key}
                """)
        void fails(Sandbank bank, @TokenFor("canary") String token, org.junit.jupiter.api.TestReporter reporter)
                throws Exception {
            reporter.publishEntry("token", token);
            bank.client("canary").setSecret(CANARY + "-new");
            bank.user("ada").setPassword(CANARY + "-password");
            send(bank.tokenUrl(), "Authorization", "Basic " + base64("canary:" + CANARY), form("x"));
            send(bank.tokenUrl(), "Cookie", "session=" + SPARROW, form(SPARROW));
            send(bank.url("listAccounts"), "Authorization", "Bearer " + SPARROW, "");
            send(bank.url("listAccounts"), "X-Any", SPARROW, "");
            send(URI.create(bank.url("listAccounts") + "?access_token=" + SPARROW), "Accept", "*/*", "");
            send(
                    URI.create(bank.issuer() + "authorize?client_id=canary&code=" + SPARROW + "&state=" + SPARROW),
                    "Referer",
                    "http://a.test/?code=" + SPARROW,
                    "");
            send(bank.url("createTransfer"), "Content-Type", "application/json", "{\"note\":\"" + CANARY + "\"}");
            throw failure();
        }

        private static String form(String secret) {
            return "grant_type=authorization_code&client_id=canary&client_secret=" + secret + "&code=" + secret
                    + "&code_verifier=" + secret + "&refresh_token=" + secret + "&password=" + secret + "&assertion="
                    + secret;
        }

        private static void send(URI url, String field, String value, String content) throws Exception {
            HttpRequest.Builder request = HttpRequest.newBuilder(url).header(field, value);
            if (!content.isEmpty()) {
                request.POST(HttpRequest.BodyPublishers.ofString(content));
                if (!field.equals("Content-Type")) {
                    request.header("Content-Type", "application/x-www-form-urlencoded");
                }
            }
            HttpClient.newHttpClient().send(request.build(), BodyHandlers.discarding());
        }
    }
}
