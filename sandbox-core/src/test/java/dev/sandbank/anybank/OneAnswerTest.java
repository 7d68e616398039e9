package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.Denial;
import dev.sandbank.Sandbank;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What HTTP answers is what the catalogue tells: of facts, conditions and resources there is one understanding. */
class OneAnswerTest {

    private static final String BANK = """
            entitlements: {account: {collection: accounts, permissions: [pay]}}
            collections: {accounts: {visible: linked}, notes: {visible: all}}
            refusals:
              default: {body: {code: "${reason}", text: "${detail}"}}
              not-so: {status: 422, body: {code: not-so}}
            operations:
            """;
    private static final String ENTRIES = """
            clients: [{id: app, secret: app-secret, scopes: [read, write], user: ann}]
            accounts: [{id: one, balance: "10.00"}]
            entitlements: [{user: ann, account: one, allow: [pay]}]
            """;

    @TempDir
    Path folder;

    private List<String> denials(String operation, String fixture) {
        return Sandbank.builder()
                .fixture(TinyBank.write(folder, BANK + operation, fixture).toString())
                .denials("it")
                .stream()
                .map(Denial::toString)
                .toList();
    }

    @Test
    void isGivenToAnEntitlementThatARuleAsksFor() {
        assertThat(denials("""
              - id: it
                method: POST
                path: /accounts/{account}/pay
                scopes: [write]
                parameters: [{name: account, in: path, schema: {type: string}}]
                resources: [{in: path, name: account, collection: accounts, as: account}]
                rules:
                  - {must: {fact: account.allows.pay, is: true}, refuse: not-so}
                  - {must: {fact: account.balance, from: "5.00"}, refuse: not-so}
                work: {action: {members: {paid: true}}}
                reply: {status: 204}
            """, ENTRIES))
                .contains(
                        "rules: account.allows.pay false -> 422 not-so",
                        "rules: account.balance less than 5.00 -> 422 not-so")
                .noneMatch(told -> told.contains("another"));
    }

    @Test
    void isGivenToATemplateInWhatAResourceMustBe() {
        assertThat(denials("""
              - id: it
                method: GET
                path: /notes/{note}
                scopes: [read]
                parameters: [{name: note, in: path, schema: {type: string}}]
                resources: [{in: path, name: note, collection: notes, where: {recipient: "${client}"}, as: note}]
                work: {get: {}}
                reply: {status: 200}
            """, "notes: [{id: n, recipient: app}]\n"))
                .contains("resource: note with recipient another -> 404 resource-unknown")
                .noneMatch(told -> told.startsWith("rules"));
    }

    @Test
    void isRefusedAtItsResourceThoughTheCollectionMayBeLeftOut() {
        try (TinyBank bank = TinyBank.start(folder, "fixture: {optional: [notes]}\n" + BANK + """
              - id: it
                method: DELETE
                path: /notes/{note}
                scopes: [read]
                parameters: [{name: note, in: path, schema: {type: string}}]
                resources: [{in: path, name: note, collection: notes, as: note}]
                rules: [{must: {fact: note.state, is: open}, refuse: not-so}]
                work: {delete: {}}
                reply: {status: 204}
            """, "")) {
            assertThat(bank.as("ann", "DELETE", "/notes/nothing"))
                    .hasStatus(404)
                    .wasRefusedAt("resource", "resource-unknown");
        }
    }

    private static final String MAIL = """
            operations:
              - id: it
                method: POST
                path: /notes
                body: {mediaTypes: [%s], schema: {type: object, properties: {mail: {type: string, format: %s}}}}
                work: {create: {collection: notes, content: true}}
                reply: {status: 201}
            collections: {notes: {visible: all}}
            """;

    @ParameterizedTest
    @CsvSource({
        "ada@example.com, 201",
        "ada@example.test, 201",
        "ada@bank.example, 201",
        "ada@bank.invalid, 201",
        "ada@mail.internal, 201",
        "ada@EXAMPLE.TEST, 201",
        "ada@example.tset, 400",
        "ada.example.test, 400",
        "ada@.test, 400"
    })
    void isGivenToAddressesAtDomainsForTests(String mail, int status) {
        for (String format : List.of("email", "idn-email")) {
            try (TinyBank bank = TinyBank.start(MAIL.formatted("application/json", format), "")) {
                assertThat(bank.as("ann", "POST", "/notes").json("{\"mail\":\"" + mail + "\"}"))
                        .hasStatus(status);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data", "text/plain", "application/xml"})
    void isNoForContentThatIsNotRead(String type) {
        assertThatThrownBy(() -> TinyBank.start(folder, MAIL.formatted(type, "email"), ""))
                .hasMessageContaining("body.mediaTypes[0]: found \"" + type
                        + "\", expected a media type of JSON, such as \"application/json\","
                        + " or that of a form, \"application/x-www-form-urlencoded\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/vnd.tiny.v1+json", "application/merge-patch+json"})
    void isYesForContentOfJson(String type) {
        try (TinyBank bank = TinyBank.start(folder, MAIL.formatted(type, "email"), "")) {
            assertThat(bank.as("ann", "POST", "/notes").content(type, "{}")).hasStatus(201);
        }
    }
}
