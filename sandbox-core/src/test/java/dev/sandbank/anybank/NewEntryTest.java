package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.testing.Answer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code create} makes. */
class NewEntryTest {

    private static final String DIALECT = """
            entitlements:
              account: {collection: accounts, permissions: [see, pay]}
            collections:
              accounts: {visible: linked}
              notes: {visible: owned, owner: by}
              shorts: {visible: all}
              lines: {visible: through, through: {member: account, collection: accounts}}
            operations:
              - id: createNote
                method: POST
                path: /notes
                body: {mediaTypes: [application/json], schema: true}
                work:
                  create:
                    collection: notes
                    content: true
                    members:
                      by: ${subject}
                      app: ${client}
                      at: ${now}
                      day: ${today}
                      token: ${uuid}
                      text: "${body.first} and ${body.second}"
                      copy: ${body.nested}
                      fixed: [1, two]
                reply: {status: 201, headers: {Location: "${request-url}/${id}"}, body: "${entry}"}
              - {id: getNote, method: GET, path: "/notes/{id}", parameters: [&id {name: id, in: path, schema: {type: string}}],
                 resources: [{in: path, name: id, collection: notes}], work: {get: {}}, reply: {body: "${entry}"}}
              - {id: createShort, method: POST, path: /shorts, work: {create: {collection: shorts, id: s-1}},
                 reply: {status: 201, body: "${entry}"}}
              - {id: openAccount, method: POST, path: /accounts, work: {create: {collection: accounts, id: "-9", allow: [see]}},
                 reply: {status: 201, body: "${entry}"}}
              - {id: openBareAccount, method: POST, path: /bare, work: {create: {collection: accounts, id: "acc.x-20", allow: []}},
                 reply: {status: 201, body: "${entry}"}}
              - {id: getAccount, method: GET, path: "/accounts/{id}", parameters: [*id],
                 resources: [{in: path, name: id, collection: accounts, permission: see}], work: {get: {}},
                 reply: {body: {id: "${id}", see: "${allows.see}", pay: "${allows.pay}"}}}
              - {id: payFrom, method: POST, path: "/accounts/{id}/payments", parameters: [*id],
                 resources: [{in: path, name: id, collection: accounts, permission: pay}], work: {action: {}}}
              - {id: addLine, method: POST, path: /lines, body: {mediaTypes: [application/json], schema: true},
                 work: {create: {collection: lines, content: true}}, reply: {status: 201, body: "${entry}"}}
              - {id: listLines, method: GET, path: /lines, work: {list: {collection: lines}}, reply: {body: {all: "${items}"}}}
            """;
    private static final String FIXTURE = """
            accounts: [{id: of-bob}]
            entitlements: [{user: bob, account: of-bob, allow: [see]}]
            lines: [{id: l-1, account: of-bob, text: old}]
            """;

    @AutoClose
    private final TinyBank bank = TinyBank.start(DIALECT, FIXTURE);

    @Test
    void hasItsContentAndWhatTheBankAdds() {
        Answer created = bank.as("ann", "POST", "/notes")
                .json("{\"first\":\"1\",\"second\":\"2\",\"nested\":{\"a\":[true,null]},\"more\":1.50}")
                .send();

        assertThat(created)
                .hasStatus(201)
                .has("/by", "ann")
                .has("/app", "app")
                .has("/at", "2031-03-03T09:00:00.000Z")
                .has("/day", "2031-03-03")
                .has("/text", "1 and 2")
                .has("/copy/a/0", true)
                .has("/fixed/1", "two")
                .has("/more", "1.5");
        assertThat(created.text("/token")).hasSize(36).isNotEqualTo(created.text("/id"));
        assertThat(created.header("Location"))
                .contains(bank.sandbank().baseUrl() + "/api/notes/" + created.text("/id"));
        assertThat(bank.get("ann", "/notes/" + created.text("/id"))).hasBody(created.body());
    }

    @Test
    void belongsToItsUserOnly() {
        String id = bank.as("ann", "POST", "/notes").json("{}").send().text("/id");

        assertThat(bank.get("bob", "/notes/" + id)).hasStatus(404).wasRefusedAt("resource", "resource-unknown");
    }

    @Test
    void lacksTheMembersWhoseFactsAreMissing() {
        assertThat(bank.as("ann", "POST", "/notes").json("{\"first\":\"1\"}"))
                .hasStatus(201)
                .hasMembersOnly("", "first", "id", "by", "app", "at", "day", "token", "fixed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[{\"id\":\"x\"}]", "\"text\"", "5", "null"})
    void isNotMadeOfContentThatHasNoMembers(String content) {
        assertThat(bank.as("ann", "POST", "/notes").json(content))
                .hasStatus(400)
                .wasRefused("input-invalid");
    }

    @Test
    void neverTakesItsIdFromContent() {
        String id = bank.as("ann", "POST", "/notes")
                .json("{\"id\":\"mine\"}")
                .send()
                .text("/id");

        assertThat(id).matches("[0-9a-f-]{36}");
        assertThat(bank.get("ann", "/notes/mine")).hasStatus(404);
    }

    @Test
    void isNeverOwnedByWhomContentNames() {
        String id =
                bank.as("ann", "POST", "/notes").json("{\"by\":\"bob\"}").send().text("/id");

        assertThat(bank.get("bob", "/notes/" + id)).hasStatus(404);
    }

    @ParameterizedTest
    @CsvSource({"/accounts, [0-9a-z]{9}|-[0-9a-z]{9}", "/bare, acc\\.x-[0-9a-z]{20}", "/shorts, s-[0-9a-z]"})
    void hasAnIdOfTheStyleOfTheBank(String path, String pattern) {
        assertThat(bank.as("ann", "POST", path).send().text("/id")).matches(pattern);
    }

    @Test
    void hasAnIdOfItsOwnThoughTheStyleHasFew() {
        Set<String> ids = new HashSet<>();

        for (int count = 0; count < 40; count++) {
            Answer created = bank.as("ann", "POST", "/shorts").send();
            assertThat(created).hasStatus(201);
            ids.add(created.text("/id"));
        }

        assertThat(ids).hasSize(40);
    }

    @Test
    void isLinkedToItsUserWithExactlyThePermissionsOfTheRule() {
        String id = bank.as("ann", "POST", "/accounts").send().text("/id");

        assertThat(bank.get("ann", "/accounts/" + id))
                .hasStatus(200)
                .has("/see", true)
                .has("/pay", false);
        assertThat(bank.as("ann", "POST", "/accounts/" + id + "/payments"))
                .hasStatus(403)
                .wasRefusedAt("entitlement", "entitlement-missing");
        assertThat(bank.get("bob", "/accounts/" + id)).hasStatus(404);
        assertThat(bank.sandbank().user("ann").permissions(id)).containsExactly("see");
    }

    @Test
    void isLinkedToItsUserThoughWithoutAnyPermission() {
        String id = bank.as("ann", "POST", "/bare").send().text("/id");

        assertThat(bank.get("ann", "/accounts/" + id))
                .hasStatus(403)
                .wasRefusedAt("entitlement", "entitlement-missing");
        assertThat(bank.get("bob", "/accounts/" + id)).hasStatus(404);
    }

    @Test
    void isLinkedToNobodyIfNoUserMadeIt() {
        String id = bank.asClient("POST", "/accounts").send().text("/id");

        assertThat(bank.asClient("GET", "/accounts/" + id)).hasStatus(200);
        assertThat(bank.get("ann", "/accounts/" + id)).hasStatus(404);
    }

    @Test
    void isNotPutBelowWhatItsUserCannotSee() {
        assertThat(bank.as("ann", "POST", "/lines").json("{\"account\":\"of-bob\",\"text\":\"new\"}"))
                .hasStatus(404)
                .wasRefused("resource-unknown");

        List<String> texts = bank.get("bob", "/lines").send().each("/all", "text");
        assertThat(texts).containsExactly("old");
    }

    @Test
    void takesNoIdTooLongForAnything() {
        String text = "{\"account\":\"%s\"}".formatted("x".repeat(5000));

        assertThat(bank.as("ann", "POST", "/lines").json(text)).hasStatus(404);
    }
}
