package dev.sandbank.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Coverage;
import dev.sandbank.CoverageReport;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.HttpCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code coverage} merges what the tests of several modules covered. */
class CoverageCommandTest {

    @TempDir
    private Path project;

    @BeforeEach
    void runTheTestsOfTwoModules() throws IOException {
        run("target", "AllowedTest", "ledger-reader");
        run("build", "DeniedTest", "no-scopes");
    }

    @Test
    void mergesTheModules() {
        Ran ran = coverage();

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.outLines().get(0))
                .startsWith("apiture, fixture apiture: 1 of ")
                .endsWith(" covered, 0 %");
        assertThat(ran.outLines())
                .contains("    @Denials(value = \"listAccounts\", gates = \"token\")", "    @Denials(\"getAccount\")")
                .doesNotContain("    @Denials(value = \"listAccounts\", gates = \"scope\")");
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void writesWhatItCanReadAgain() throws IOException {
        Path merged = Files.createDirectory(project.resolve("merged")).resolve("coverage.json");

        assertThat(coverage("--format", "json", "--output", merged.toString())).isEqualTo(new Ran(0, "", ""));
        assertThat(Ran.command("coverage", merged.getParent().toString())).isEqualTo(coverage());
    }

    @Test
    void isAPageThatNeedsNothingElse() {
        Document page = Jsoup.parse(coverage("--format", "html").out());

        assertThat(page.select("h2").eachText()).containsExactly("apiture, fixture apiture");
        assertThat(page.select("thead th").eachText()).startsWith("Operation", "token", "scope", "blocked");
        assertThat(page.select("tbody tr").first().select("th, td").eachText())
                .startsWith("listAccounts", "○ 2 : 0", "✓ 1 : 1");
        assertThat(page.select("details").first().select("li").eachText())
                .startsWith("@Denials(value = \"listAccounts\", gates = \"token\")");
        assertThat(page.select("[src], [href], link, iframe, img, form, script"))
                .isEmpty();
        assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .startsWith("default-src 'none'");
    }

    @Test
    void escapesWhateverATestSays() throws IOException {
        Coverage hostile = new Coverage("<script>", "\"><b>", List.of());
        CoverageReport report = new CoverageReport();
        report.add("Hostile", new Coverage("<script>", "\"><b>", List.of(operation("<i>&"))));
        report.mergeInto(project);

        Document page = Jsoup.parse(
                Ran.command("coverage", project.toString(), "--format", "html").out());

        assertThat(page.select("script, b, i")).isEmpty();
        assertThat(page.select("h2").text()).isEqualTo(hostile.bank() + ", fixture " + hostile.fixture());
        assertThat(page.select("tbody th").text()).isEqualTo("<i>&");
    }

    private static Coverage.Operation operation(String id) {
        return new Coverage.Operation(id, List.of(new Coverage.Gate(id, "token", 0, 1)));
    }

    @Test
    void failsBelowTheMinimumAndNamesTheGaps() {
        Ran ran = coverage("--minimum", "0.5");

        assertThat(ran.exitCode()).isOne();
        assertThat(ran.errLines().get(0))
                .startsWith("sandbank: 1 of ")
                .endsWith(" are covered, 0 %, and 0.5 is the minimum. Not covered are:");
        assertThat(ran.errLines()).contains("  @Denials(value = \"getAccount\", gates = \"entitlement\")");
    }

    @Test
    void passesFromTheMinimumOn() {
        assertThat(coverage("--minimum", "0").exitCode()).isZero();
        assertThat(coverage("--minimum", "0.001").exitCode()).isZero();
    }

    @Test
    void failsIfThereIsNone() {
        Ran ran = Ran.command("coverage", project.toString());

        assertThat(ran.exitCode()).isOne();
        assertThat(ran.out()).isEmpty();
        assertThat(ran.errLines()).singleElement().asString().startsWith("sandbank: there is no coverage.json in ");
    }

    @Test
    void tellsWhichGrantsNoAllowedCallNeeded() {
        assertThat(coverage().out())
                .containsPattern(" 1 of \\d+ grants needed, so that the fixture can say:\n    clients:\n")
                .contains("- {id: money-mover, scopes: []}", "- {user: dora, account: acct-1f9e84, allow: []}")
                .contains("- {id: mobile-app, scopes: [address, email, offline_access, openid, phone, profile]}");
        assertThat(Jsoup.parse(coverage("--format", "html").out()).select("pre").text())
                .contains("- {id: money-mover, scopes: []}");
    }

    @Test
    void printsTheFixtureWithoutThem() throws IOException {
        Path fixture = Files.writeString(project.resolve("mine.yaml"), """
                extends: apiture
                clients:
                  - {id: mine, secret: my-secret, scopes: [banking/read, banking/write]}
                entitlements:
                  - {user: ada, account: acct-4f81c0, allow: [view, transferTo]}
                """);
        use(fixture);

        Ran ran = Ran.command("coverage", project.toString(), "--smaller-fixture", fixture.toString());

        assertThat(ran.out())
                .contains("- {id: mine, secret: my-secret, scopes: [banking/read]}")
                .contains("- {user: ada, account: acct-4f81c0, allow: [view]}")
                .contains("extends: apiture");
        Path smaller = Files.writeString(project.resolve("smaller.yaml"), ran.out());
        assertThat(Ran.command("check", smaller.toString())).isEqualTo(new Ran(0, "", ""));
        assertThat(use(smaller).unusedGrants()).isEmpty();
    }

    @Test
    void refusesAFixtureThatNoTestUsed() {
        Ran ran = coverage("--smaller-fixture", "other.yaml");

        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("no test used the fixture other.yaml");
    }

    private Coverage use(Path fixture) throws IOException {
        try (Sandbank bank = Sandbank.start(fixture.toString())) {
            HttpCall.get(bank, "/banking/accounts")
                    .bearer(bank.tokens().forClient("mine"))
                    .send();
            HttpCall.get(bank, "/banking/accounts/acct-4f81c0")
                    .bearer(bank.tokens().forUser("mobile-app", "ada"))
                    .send();
            CoverageReport report = new CoverageReport();
            report.add("MineTest", bank.coverage());
            report.mergeInto(project);
            return bank.coverage();
        }
    }

    private Ran coverage(String... more) {
        List<String> folders = Stream.of("target", "build")
                .map(this::module)
                .map(Path::toString)
                .toList();
        return Ran.command(Stream.of(Stream.of("coverage"), folders.stream(), Stream.of(more))
                .flatMap(words -> words)
                .toArray(String[]::new));
    }

    private Path module(String tool) {
        return project.resolve("module-of-" + tool);
    }

    private void run(String tool, String test, String client) throws IOException {
        try (Sandbank bank = Sandbank.start("apiture")) {
            HttpCall.get(bank, "/banking/accounts")
                    .bearer(bank.tokens().forClient(client))
                    .send();
            CoverageReport report = new CoverageReport();
            report.add(test, bank.coverage());
            report.mergeInto(module(tool).resolve(tool).resolve("sandbank"));
        }
    }
}
