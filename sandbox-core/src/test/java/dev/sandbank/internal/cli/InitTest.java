package dev.sandbank.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InitTest {

    private static final Path DESCRIPTIONS = Path.of("src", "test", "resources", "init");

    @TempDir
    private Path folder;

    private Ran init(String description) {
        return Ran.command(
                "init", "--openapi", DESCRIPTIONS.resolve(description).toString(), "--out", bank().toString());
    }

    private Path bank() {
        return folder.resolve("mine");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(bank())) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bank.yaml",
                "payments.yaml",
                "traps.yaml",
                "bare.json",
                "../../../../../fixtures/examples/talerwerk/openapi.yaml"
            })
    void writesABankInWhichNothingIsWrong(String description) throws IOException {
        Ran ran = init(description);

        assertThat(ran.exitCode()).as(ran.err()).isZero();
        assertThat(files())
                .containsExactly("dialect.yaml", "fixture.yaml", "mine.yaml", "openapi.yaml", "questions.md");
        assertThat(bank().resolve("openapi.yaml")).hasSameTextualContentAs(DESCRIPTIONS.resolve(description));
        Ran checked = Ran.command(
                "check",
                bank().resolve("mine.yaml").toString(),
                bank().resolve("fixture.yaml").toString());
        assertThat(checked.exitCode()).as(checked.out()).isZero();
        Ran replies =
                Ran.command("check", "--replies", bank().resolve("fixture.yaml").toString());
        assertThat(replies.outLines()).noneMatch(line -> line.contains("status 200"));
    }

    @Test
    void asksAboutWhatItLeftOut() {
        assertThat(init("traps.yaml").outLines())
                .anyMatch(line -> line.matches(" +- openapi.yaml:[0-9]+: security: mutual"))
                .anyMatch(line -> line.matches(
                        " +- openapi.yaml:[0-9]+: .*schemas\\.Name\\.properties\\.text\\.pattern: found .*"))
                .anyMatch(line -> line.matches(" +- upload \\(POST /upload\\): .*multipart/form-data.*"))
                .anyMatch(line -> line.matches(" +- getStatement \\(GET /statement\\): .*application/pdf.*"))
                .anyMatch(line -> line.matches(" +- openapi.yaml:[0-9]+: .*\\$ref: found \"Nowhere\".*"))
                .anyMatch(line -> line.matches(" +- openapi.yaml:[0-9]+: paths\\[\"/seed\"]\\.options"))
                .anyMatch(line -> line.matches(" +- openapi.yaml:[0-9]+: paths\\[\"/upload\"]\\.head"))
                .noneMatch(line -> line.matches(".*paths\\[\"/seed\"]\\.head"))
                .anyMatch(line -> line.matches(" +- openapi.yaml:[0-9]+: paths\\[\"/lost\"]\\.post\\.callbacks"))
                .anyMatch(line -> line.matches(" +- getSeed2|.*: @type .*"))
                .noneMatch(line -> line.contains("sandbank-init"));
    }

    @Test
    void tellsHowEntriesHangTogether() {
        assertThat(init("payments.yaml").outLines())
                .anyMatch(line -> line.matches(" +- pay: /debtor_account_id names one of accounts \\(openapi.yaml:.*"))
                .anyMatch(line -> line.matches(" +- listPayments: expand \\(openapi.yaml:.*"))
                .anyMatch(line -> line.matches(" +- listPayments: filters on date, booked_on, amount \\(.*"))
                .contains("     pay");
    }

    @Test
    void asksWhoMayCallIfNothingIsSaid() {
        assertThat(init("bare.json").outLines())
                .anyMatch(line -> line.matches("1\\. The description names neither security nor scopes for these .*"));
    }

    @Test
    void asksAboutTheCodesOfErrors() {
        assertThat(init("bank.yaml").outLines())
                .anyMatch(line -> line.matches("[0-9]+\\. When does the bank refuse with 409 too-many-accounts\\?"))
                .anyMatch(line -> line.matches(" +- openAccount \\(openapi.yaml:[0-9]+: .*\\)"))
                .noneMatch(line -> line.contains("no-scope"));
    }

    @Test
    void writesTheSameEachTime() throws IOException {
        Ran first = init("bank.yaml");
        String dialect = Files.readString(bank().resolve("dialect.yaml"));

        Ran second = init("bank.yaml");

        assertThat(second.outLines()).startsWith("kept " + bank().resolve("mine.yaml") + ", which is yours", "");
        assertThat(second.outLines().subList(2, second.outLines().size()))
                .isEqualTo(first.outLines().subList(6, first.outLines().size()));
        assertThat(bank().resolve("dialect.yaml")).hasContent(dialect);
    }

    @Test
    void keepsWhatTheAuthorChanged() throws IOException {
        init("bank.yaml");
        Files.writeString(bank().resolve("mine.yaml"), "extends: dialect.yaml\ndialect: mine\ntitle: Mine\n");
        Files.writeString(
                bank().resolve("fixture.yaml"),
                Files.readString(bank().resolve("fixture.yaml")).replace("label: Everyday", "label: Holidays"));

        Ran again = init("bank.yaml");

        assertThat(again.outLines())
                .contains(
                        "kept " + bank().resolve("mine.yaml") + ", which is yours",
                        "kept " + bank().resolve("fixture.yaml") + ", which is yours");
        assertThat(bank().resolve("fixture.yaml")).content().contains("label: Holidays");
        assertThat(bank().resolve("mine.yaml")).content().contains("title: Mine");
    }

    @Test
    void tellsWhatChanged() throws IOException {
        String whole = Files.readString(DESCRIPTIONS.resolve("bank.yaml"));
        Path description = Files.writeString(
                folder.resolve("now.yaml"), whole.replace("operationId: getTerms", "operationId: readTerms"));
        init("bank.yaml");

        Ran again = Ran.command("init", "--openapi", description.toString(), "--out", bank().toString());

        assertThat(again.outLines())
                .contains("rewrote " + bank().resolve("dialect.yaml") + ": operations new: readTerms; gone: getTerms");
    }

    @ParameterizedTest
    @ValueSource(strings = {"apiture", "uphold"})
    void copiesABuiltInBank(String name) throws IOException {
        Ran ran = Ran.command("init", "--from-bank", name, "--out", bank().toString());

        assertThat(ran)
                .isEqualTo(new Ran(
                        0,
                        "wrote " + bank().resolve("mine.yaml") + "\nwrote " + bank().resolve("fixture.yaml") + "\n",
                        ""));
        assertThat(Ran.command(
                        "check",
                        bank().resolve("mine.yaml").toString(),
                        bank().resolve("fixture.yaml").toString()))
                .isEqualTo(new Ran(0, "", ""));
        Sandbank.start(bank().resolve("fixture.yaml").toString()).close();
    }

    @Test
    void refusesWhatIsNoDescription() throws IOException {
        Path old = Files.writeString(folder.resolve("old.yaml"), "swagger: '2.0'\npaths: {}\n");

        assertThat(Ran.command("init", "--openapi", old.toString(), "--out", bank().toString()))
                .satisfies(ran -> assertThat(ran.exitCode()).isEqualTo(1))
                .satisfies(ran -> assertThat(ran.err())
                        .contains("found Swagger 2.0, expected a description in OpenAPI 3.0 or 3.1"));
        assertThat(bank()).doesNotExist();
    }

    @Test
    void needsOneKindOfSource() {
        assertThat(Ran.command("init", "--out", bank().toString()).errLines())
                .first()
                .isEqualTo("sandbank: init needs one of --openapi FILE and --from-bank BANK");
        assertThat(Ran.command("init", "--openapi", "a", "--from-bank", "apiture", "--out", "b")
                        .exitCode())
                .isEqualTo(2);
    }
}
