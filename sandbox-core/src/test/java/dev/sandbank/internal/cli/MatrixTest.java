package dev.sandbank.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.bank.Library;
import dev.sandbank.internal.model.operation.Operation;
import dev.sandbank.testing.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatrixTest {

    private static final String[] SMALL = {
        "matrix", "--user", "bob", "--user", "mallory", "--operation", "getAccount", "--max-resources", "2"
    };

    /** Whatever a page, a table or a terminal could take for its own. */
    private static final String HOSTILE = """
            bank: apiture
            clients:
              - {id: "a|b", secret: "not-shown-1", name: "<script>alert(1)</script>", scopes: [banking/read]}
              - {id: "c&\\"d", secret: "not-shown-2", name: "*bold* `code` \\e[31m", scopes: []}
            """;

    @Test
    void isTextByDefault() {
        assertThat(Ran.command(SMALL)).isEqualTo(new Ran(0, """
                        Who may do what at Apiture Digital Banking, from apiture
                        note: getAccount: 15 more resources are not shown

                        Callers
                          user bob      Bob Hale, through client bob-batch, which is bound to the user
                          user mallory  Mallory Quinn, blocked, through client mallory-batch, which is bound to the user

                        getAccount  GET /accounts/{accountId}
                          user bob      ✗ entitlement-missing  acct-4f81c0
                                        ✓ allowed              acct-9b22d7
                          user mallory  ✗ subject-blocked      all 2
                        """, ""));
    }

    @Test
    void provesWhoCallsAsEachOperationWantsIt() {
        String talerwerk = "dev/sandbank/fixtures/examples/talerwerk/fixture.yaml";

        assertThat(Ran.command("matrix", "--fixture", talerwerk, "--max-resources", "1")
                        .out())
                .contains("""
                        listWallets  GET /wallets
                          user ida           ✗ token-missing
                          user jon           ✗ token-missing
                          client kiosk       ✓ allowed
                          client budget-app  ✗ scope-missing
                        """, """
                        getTerms  GET /terms
                          user ida           ✓ allowed
                          user jon           ✓ allowed
                          client kiosk       ✓ allowed
                          client budget-app  ✓ allowed
                        """);
    }

    @Test
    void isATableInMarkdown() {
        assertThat(with("--format", "markdown").out()).contains("""

                        ## getAccount

                        GET /accounts/{accountId}

                        | Resource | user bob | user mallory |
                        | --- | --- | --- |
                        | acct-4f81c0 | ✗ entitlement-missing | ✗ subject-blocked |
                        | acct-9b22d7 | ✓ allowed | ✗ subject-blocked |
                        """);
    }

    @Test
    void isAnObjectForEachCellInJson() {
        JsonNode told = Answer.parse(with("--format", "json").out());

        assertThat(told.path("cells")).hasSize(4);
        assertThat(told.at("/cells/0")).isEqualTo(Answer.parse("""
                {"user": "bob", "client": "bob-batch", "operation": "getAccount", "resource": "acct-4f81c0",
                 "allowed": false, "gate": "entitlement", "refusal": "entitlement-missing", "status": 403,
                 "saw": "needs view on acct-4f81c0, user bob holds transferTo"}"""));
        assertThat(told.at("/cells/2/allowed").asBoolean()).isTrue();
        assertThat(told.at("/cells/2/gate").isNull()).isTrue();
    }

    @Test
    void isOnePageThatNeedsNothingElse() {
        Document page = Jsoup.parse(with("--format", "html").out());

        assertThat(page.select("thead th .id").eachText()).containsExactly("bob", "mallory");
        assertThat(page.select("tr.line th").eachText()).containsExactly("acct-4f81c0", "acct-9b22d7");
        assertThat(page.select("tr.line td").eachText())
                .containsExactly("✗ entitlement-missing", "⊘ subject-blocked", "✓ allowed", "⊘ subject-blocked");
        assertThat(page.select("td").first().attr("title"))
                .isEqualTo("403 entitlement-missing: needs view on acct-4f81c0, user bob holds transferTo");
        assertThat(page.select(".note").eachText())
                .containsExactly("Note: getAccount: 15 more resources are not shown.");
        assertThat(page.select("[src], [href], link, iframe, img, form")).isEmpty();
        assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .startsWith("default-src 'none'");
        assertThat(page.select("style").html()).doesNotContain("url(", "@import");
    }

    @Test
    void showsTheFilterOnlyWhereAScriptMayRun() {
        Document page = Jsoup.parse(with("--format", "html").out());

        assertThat(page.select(".filter").hasAttr("hidden")).isTrue();
        assertThat(page.select("script").html()).contains("field.closest(\"p\").hidden = false");
    }

    @Test
    void escapesWhateverAFixtureSays(@TempDir Path folder) throws IOException {
        String file = Files.writeString(folder.resolve("hostile.yaml"), HOSTILE).toString();

        String html =
                Ran.command("matrix", "--fixture", file, "--format", "html").out();
        String markdown =
                Ran.command("matrix", "--fixture", file, "--format", "markdown").out();
        String text = Ran.command("matrix", "--fixture", file).out();

        assertThat(Jsoup.parse(html).select("script")).hasSize(1);
        assertThat(Jsoup.parse(html).select("thead .id").eachText()).containsExactly("a|b", "c&\"d");
        assertThat(markdown)
                .contains("client a\\|b", "\\<script\\>", "\\*bold\\* \\`code\\`")
                .doesNotContainPattern("[^\\\\]<script");
        assertThat(text).contains("\\u001B[31m").doesNotContain("\u001B");
        assertThat(html + markdown + text).doesNotContain("not-shown");
    }

    @Test
    void isWrittenToAFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("matrix.html");

        Ran ran = with("--format", "html", "--output", file.toString());

        assertThat(ran).isEqualTo(new Ran(0, "", ""));
        assertThat(Files.readString(file)).isEqualTo(with("--format", "html").out());
    }

    @Test
    void saysThatAFileCannotBeWritten(@TempDir Path folder) {
        Ran ran = with("--output", folder.resolve("no/such/folder.txt").toString());

        assertThat(ran.exitCode()).isEqualTo(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.errLines()).singleElement().asString().startsWith("sandbank: cannot write ");
    }

    @Test
    void showsEverybodyAndEveryOperationUnlessToldOtherwise() {
        String[] all = {"matrix", "--bank", "uphold", "--format", "json", "--max-resources", "1"};
        JsonNode told = Answer.parse(Ran.command(all).out());

        assertThat(told.path("callers")).hasSize(7 + 14);
        assertThat(told.path("cells").findValuesAsText("operation").stream().distinct())
                .containsExactlyElementsOf(
                        Library.ofProcess().named("uphold").definition().dialect().operations().stream()
                                .map(Operation::id)
                                .toList());
    }

    @Test
    void saysHowManyUsersItLeavesOut() {
        assertThat(Ran.command("matrix", "--max-users", "2", "--operation", "listAccounts")
                        .outLines())
                .contains("note: 4 more users are not shown")
                .noneMatch(line -> line.contains("user carol"));
    }

    @Test
    void callsForUsersThroughTheClientThatIsNamed() {
        List<String> lines = Ran.command(
                        "matrix",
                        "--client",
                        "mobile-app",
                        "--user",
                        "ada",
                        "--client",
                        "no-scopes",
                        "--operation",
                        "listAccounts")
                .errLines();

        assertThat(lines.get(0)).contains("client no-scopes cannot call for user ada");
    }

    @Test
    void saysWhichUsersNobodyCanCallFor(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("lonely.yaml"), """
                bank: apiture
                clients: [{id: reader, secret: "0123456789ab", scopes: [banking/read]}]
                users: [{id: ada, username: ada, password: pass}]
                """);

        assertThat(Ran.command("matrix", "--fixture", file.toString()).outLines())
                .contains("note: user ada is not shown: no client can call for that user");
    }

    private static Ran with(String... more) {
        String[] all = new String[SMALL.length + more.length];
        System.arraycopy(SMALL, 0, all, 0, SMALL.length);
        System.arraycopy(more, 0, all, SMALL.length, more.length);
        return Ran.command(all);
    }
}
