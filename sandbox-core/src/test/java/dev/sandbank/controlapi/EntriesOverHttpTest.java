package dev.sandbank.controlapi;

import static dev.sandbank.testing.ControlCall.control;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.ControlAnswer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The entries of collections as tests in other languages read, change, add and remove them. */
class EntriesOverHttpTest {

    private static final String SAVER = "/resources/accounts/acct-4f81c0";
    private static final String GRACE = "{\"id\": \"grace\", \"username\": \"grace\", \"password\": \"hopper\"}";

    @AutoClose
    private final Sandbank bank = Sandbank.builder()
            .fixtureText("extends: apiture\nclock: 2031-03-03T09:00:00Z")
            .start();

    @Test
    void areReadAsFixturesTellThem() {
        ControlAnswer saver = control(bank, "GET", SAVER).send().hasStatus(200);
        ControlAnswer all = control(bank, "GET", "/resources/accounts").send().hasStatus(200);

        assertThat(saver.json())
                .isEqualTo(Answer.parse(bank.account("acct-4f81c0").json()))
                .isIn(all.json().path("resources"));
        assertThat(all.json().path("resources"))
                .extracting(account -> account.path("id").asText())
                .containsExactlyElementsOf(bank.resources("accounts").stream()
                        .map(account -> account.id())
                        .toList());
    }

    @Test
    void areChangedSeveralMembersAtOnce() {
        ControlAnswer now = control(bank, "PATCH", "/resources/users/ada")
                .json("{\"username\": \"ada2\", \"/primaryAccountId\": null}")
                .send()
                .hasStatus(200);

        assertThat(now.text("/username")).isEqualTo("ada2");
        assertThat(now.json().has("primaryAccountId")).isFalse();
        assertThat(bank.journal().changes())
                .extracting(change -> change.what())
                .containsExactly("users ada: username is changed, /primaryAccountId is removed");
    }

    @Test
    void areAddedInJsonOrInYaml() {
        control(bank, "POST", "/resources/users").json(GRACE).send().hasStatus(201);
        ControlAnswer added = control(bank, "POST", "/resources/users")
                .content("application/yaml", "id: hedy\nusername: hedy".getBytes(StandardCharsets.UTF_8))
                .send()
                .hasStatus(201);

        assertThat(added.text("/username")).isEqualTo("hedy");
        assertThat(bank.resources("users").stream().map(user -> user.id())).endsWith("grace", "hedy");
    }

    @Test
    void areRemoved() {
        control(bank, "DELETE", SAVER).send().hasStatus(204);

        control(bank, "GET", SAVER).send().isProblem(404, "there is no entry \"acct-4f81c0\" of accounts");
        control(bank, "DELETE", SAVER).send().isProblem(404, "there is no entry \"acct-4f81c0\" of accounts");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"balance": 12}                           | balance
            {"balance": "1.00", "balanec": "1.00"}    | balanec
            {"/product/type": "saving"}               | /product/type
            {"id": "acct-1"}                          | id
            {}                                        |
            """)
    void areRefusedInTheWordsOfJava(String members, String member) {
        String before = bank.export();
        ControlAnswer refused = control(bank, "PATCH", SAVER).json(members).send();

        Map<String, ?> same = member == null
                ? Map.of()
                : Map.of(member, Answer.parse(members).path(member).isInt() ? 12 : valueOf(members, member));
        assertThatThrownBy(() -> bank.account("acct-4f81c0").set(same))
                .isInstanceOf(IllegalArgumentException.class)
                .satisfies(thrown -> refused.isProblem(400, thrown.getMessage()));
        assertThat(bank.export()).isEqualTo(before);
    }

    private static String valueOf(String members, String member) {
        return Answer.parse(members).path(member).asText();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET    | /resources/acounts              | there is no collection "acounts"
            POST   | /resources/acounts              | there is no collection "acounts"
            GET    | /resources/accounts/acct-4f81c9 | did you mean "acct-4f81c0"?
            PATCH  | /resources/accounts/acct-4f81c9 | did you mean "acct-4f81c0"?
            DELETE | /resources/accounts/acct-4f81c9 | did you mean "acct-4f81c0"?
            """)
    void areToldApartFromWhatIsMisspelt(String method, String path, String told) {
        control(bank, method, path).send().isProblem(404, told);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "text/yaml", "multipart/form-data"})
    void areTakenFromNoForm(String type) {
        control(bank, "POST", "/resources/users")
                .content(type, GRACE.getBytes(StandardCharsets.UTF_8))
                .send()
                .isProblem(415, "the content must be application/json or application/yaml");
        assertThat(bank.journal().changes()).isEmpty();
    }

    @Test
    void areNotTakenAsJsonIfTheyAreYaml() {
        control(bank, "POST", "/resources/users").json("{id: grace}").send().isProblem(400, "not JSON");
        control(bank, "POST", "/resources/users")
                .content("application/yaml", "- id: grace".getBytes(StandardCharsets.UTF_8))
                .send()
                .isProblem(400, "users:1");
    }
}
