package dev.sandbank.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.FailureBundle;
import dev.sandbank.Sandbank;
import dev.sandbank.SandbankResource;
import dev.sandbank.testing.HttpCall;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code replay} with bundles of sandboxes. */
class ReplayTest {

    private static final String TRANSFER = """
            {"amount": "12.50", "sourceAccount": {"id": "acct-4f81c0"}, "targetAccount": {"id": "acct-9b22d7"},
             "schedule": {"frequency": "once"}}
            """;

    @AutoClose
    private final Sandbank bank = Sandbank.start("apiture");

    @TempDir
    private Path folder;

    @Test
    void getsTheSameAnswersWhateverTheTestDid() throws IOException {
        String token = bank.tokens().forClient("ada-batch", "banking/read", "moneyMovement/write");
        list(token);
        bank.user("ada").block();
        list(token);
        bank.user("ada").unblock();
        bank.user("ada").withdraw("acct-4f81c0", "view");
        HttpCall.get(bank, "/banking/accounts/acct-4f81c0").bearer(token).send();
        list(bank.tokens().forClient("no-scopes"));
        list("nonsense-nonsense");
        HttpCall.get(bank, "/banking/accounts").send();
        bank.clock().advance(Duration.ofDays(1));
        list(token);
        String other = bank.tokens().forClient("ada-batch");
        bank.tokens().revoke(other);
        list(other);

        Ran ran = replayed();

        assertThat(ran.out()).endsWith("8 answers are the same, 0 differ, 0 calls could not be sent again\n");
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void getsATokenForARedactedSecretAndUsesIt() throws IOException {
        String secret = bank.client("ada-batch").secret();
        String reply = HttpCall.post(bank, "/oidc/token")
                .basic("ada-batch:" + secret)
                .form("grant_type", "client_credentials")
                .send()
                .body();
        list(reply.split("\"", -1)[3]);
        HttpCall.post(bank, "/oidc/token")
                .basic("ada-batch:wrong")
                .form("grant_type", "client_credentials")
                .send();

        assertThat(replayed().out()).endsWith("3 answers are the same, 0 differ, 0 calls could not be sent again\n");
    }

    @Test
    void callsNewEntriesByTheIdsThatTheyHaveNow() throws IOException {
        String token = bank.tokens().forClient("ada-batch");
        HttpCall.post(bank, "/banking/transfers").bearer(token).json(TRANSFER).send();
        List<SandbankResource> transfers = bank.resources("transfers");
        String id = transfers.get(transfers.size() - 1).id();
        HttpCall.get(bank, "/banking/transfers/" + id).bearer(token).send();

        Ran ran = replayed();

        assertThat(ran.out()).contains(" -> 201, ", " -> 200, ", "2 answers are the same, 0 differ");
    }

    @Test
    void tellsWhereAnswersDifferWithAnotherFixture() throws IOException {
        String token = bank.tokens().forClient("ada-batch");
        HttpCall.get(bank, "/banking/accounts/acct-4f81c0").bearer(token).send();
        list(token);
        Path other = Files.writeString(folder.resolve("other.yaml"), """
                extends: apiture
                users: [{id: ada, status: blocked}]
                """);

        Ran ran = replayed("--fixture", other.toString());

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out())
                .contains(
                        "   status: was 200, is 403\n   decision: was allowed (client ada-batch), is refused at blocked: The user"
                                + " ada is blocked (client ada-batch)\n")
                .endsWith("0 answers are the same, 2 differ, 0 calls could not be sent again\n");
    }

    @Test
    void tellsWhatItCannotMakeAgain() throws IOException {
        bank.account("acct-4f81c0").set("label", "Other");
        HttpCall.post(bank, "/oidc/token")
                .basic("web-portal:" + bank.client("web-portal").secret())
                .form("grant_type", "authorization_code")
                .form("code", "4a5b6c7d8e9f0a1b2c3d")
                .send();
        bank.faults().anywhere().next(1).fail(503);
        list("nonsense-nonsense");

        assertThat(replayed().out())
                .contains(
                        "accounts acct-4f81c0: label is changed\n   not made again: the journal does not have all of it\n")
                .contains("   not made again: its code was hidden\n")
                .contains("   not made again: a fault of the test struck it\n")
                .endsWith("0 answers are the same, 0 differ, 2 calls could not be sent again\n");
    }

    @Test
    void waitsForEnterBeforeEachCallAndShowsItsGates() throws IOException {
        String token = bank.tokens().forClient("ada-batch");
        list(token);
        list(token);

        Ran ran = Ran.typing("\n", "replay", bundle().toString(), "--step");

        assertThat(ran.out()).containsOnlyOnce("   the same answer\n").contains("   rules        ✓ pass");
    }

    @Test
    void getsTheSameAnswersAsASandboxAtAServer() throws IOException {
        Path file = folder.resolve("served.zip");
        try (Sandbank served =
                Sandbank.builder().fixture("apiture").atServer(bank.baseUrl()).start()) {
            served.user("ada").block();
            HttpCall.get(served, "/banking/accounts")
                    .bearer(served.tokens().forClient("ada-batch"))
                    .send();
            FailureBundle.write(served, "a test", file);
        }

        assertThat(Ran.command("replay", file.toString()).out())
                .contains(" -> 403, ")
                .endsWith("1 answers are the same, 0 differ, 0 calls could not be sent again\n");
    }

    @Test
    void onlyListsThemIfAsked() throws IOException {
        bank.user("ada").block();
        list(bank.tokens().forClient("ada-batch"));

        Ran ran = replayed("--list");

        assertThat(ran.out())
                .startsWith("test a test\n   the test: user ada is blocked\n")
                .contains("\n#1 GET /banking/accounts -> 403, listAccounts by client ada-batch for user ada\n")
                .doesNotContain("answer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd",
                "/etc/passwd",
                "calls.json/..",
                "more.json",
            })
    void refusesAZipWithOtherFiles(String name) throws IOException {
        refuses(zip(name, "{}"), "is no bundle of a failed test: it contains " + name);
    }

    @Test
    void refusesAZipThatGrows() throws IOException {
        refuses(zip("calls.json", " ".repeat(33 * 1024 * 1024)), "its calls.json has more than 32 MiB");
    }

    @Test
    void refusesAFileThatIsNoZip() throws IOException {
        refuses(Files.writeString(folder.resolve("no.zip"), "not a zip"), "is no bundle of a failed test");
    }

    @Test
    void refusesABundleThatWasCutOff() throws IOException {
        list("nonsense-nonsense");
        byte[] whole = Files.readAllBytes(bundle());
        Path half = Files.write(folder.resolve("half.zip"), Arrays.copyOf(whole, whole.length / 2));

        Ran ran = Ran.command("replay", half.toString());

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.errLines()).hasSize(2).first().asString().startsWith("sandbank: " + half + " ");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        Ran ran = Ran.command("replay", "no-such.zip");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).startsWith("sandbank: cannot read no-such.zip");
    }

    @Test
    void readsNoFileThatTheFixtureOfABundleNames() throws IOException {
        Path file = folder.resolve("evil.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            entry(zip, "about.json", """
                    {"format": 1, "bank": "apiture", "baseUrl": "http://a.test", "startedAt": "2031-03-03T09:00:00Z"}""");
            entry(zip, "calls.json", "{\"calls\": []}");
            entry(zip, "changes.json", "{\"changes\": []}");
            entry(zip, "fixture.yaml", "extends: /etc/passwd");
        }

        Ran ran = Ran.command("replay", file.toString());

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.err()).contains("fixture.yaml").doesNotContain("root:");
    }

    private void refuses(Path file, String why) {
        Ran ran = Ran.command("replay", file.toString());

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.errLines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("sandbank: " + file)
                .contains(why);
    }

    private Path zip(String name, String content) throws IOException {
        Path file = folder.resolve("bad.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            entry(zip, name, content);
        }
        return file;
    }

    private static void entry(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private void list(String token) {
        HttpCall.get(bank, "/banking/accounts").bearer(token).send();
    }

    private Path bundle() throws IOException {
        Path file = folder.resolve("bundle.zip");
        FailureBundle.write(bank, "a test", file);
        return file;
    }

    private Ran replayed(String... options) throws IOException {
        String[] args = Stream.concat(Stream.of("replay", bundle().toString()), Stream.of(options))
                .toArray(String[]::new);
        return Ran.command(args);
    }
}
