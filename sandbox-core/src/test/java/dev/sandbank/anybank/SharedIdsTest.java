package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.ArrangedCall;
import dev.sandbank.Denial;
import dev.sandbank.Sandbank;
import dev.sandbank.SandbankException;
import dev.sandbank.testing.HttpCall;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accounts whose numbers are their own at each bank only: calls name them by bank and number, all else by an id of their own. */
class SharedIdsTest {

    private static final String DIALECT = """
            collections:
              banks: {visible: all}
              accounts: {visible: linked, through: {member: bank, collection: banks}}
              cards: {visible: through, through: {member: account, collection: accounts}}
            entitlements: {account: {collection: accounts, permissions: [view]}}
            views:
              account: {id: "${number}", bank: "${bank}", balance: "${balance}"}
            operations:
              - id: getAccount
                method: GET
                path: /banks/{bank}/accounts/{account}
                scopes: [read]
                parameters: [&bank {name: bank, in: path, schema: {type: string}}, &number {name: account, in: path, schema: {type: string}}]
                resources: [&account {in: path, name: account, by: number, collection: accounts, as: account, where: {bank: "${parameter.bank}"}, permission: view}]
                work: {get: {}}
                reply: {view: account, body: "${entry}"}
              - id: listCards
                method: GET
                path: /banks/{bank}/accounts/{account}/cards
                scopes: [read]
                parameters: [*bank, *number]
                resources:
                  - {in: path, name: bank, collection: banks, as: bank}
                  - {in: path, name: account, by: number, collection: accounts, as: account}
                work: {list: {collection: cards, below: account}}
              - id: closeAccount
                method: DELETE
                path: /banks/{bank}/accounts/{account}
                scopes: [write]
                parameters: [*bank, *number]
                resources: [*account]
                work: {delete: {}}
              - id: openAccount
                method: POST
                path: /banks/{bank}/accounts
                scopes: [write]
                parameters: [*bank]
                body: {mediaTypes: [application/json], schema: {type: object, required: [number], properties: {number: {type: string}}}}
                resources: [{in: path, name: bank, collection: banks, as: bank}]
                work:
                  create:
                    collection: accounts
                    id: "${bank.id}:${body.number}"
                    taken: number-taken
                    content: true
                    members: {bank: "${bank.id}", balance: "0.00"}
                    allow: [view]
                reply: {status: 201, view: account, headers: {Location: "/api/banks/${bank.id}/accounts/${number}"}, body: "${entry}"}
            refusals:
              default: {body: {code: "${reason}", text: "${detail}"}}
              number-taken: {status: 409, body: {text: "${detail}"}}
            """;
    private static final String FIXTURE = """
            banks: [{id: north}, {id: south}]
            accounts:
              - {id: "north:1", bank: north, number: "1", balance: "10.00"}
              - {id: "south:1", bank: south, number: "1", balance: "20.00"}
              - {id: "south:2", bank: south, number: "2", balance: "30.00"}
            cards: [{id: c-1, account: "south:1"}]
            entitlements:
              - {user: ann, account: "north:1", allow: [view]}
              - {user: ann, account: "south:1", allow: []}
              - {user: bob, account: "south:1", allow: [view]}
            """;

    @AutoClose
    private final TinyBank bank = TinyBank.start(DIALECT, FIXTURE);

    @Test
    void leadToTheOneThatIsMeant() {
        assertThat(bank.get("ann", "/banks/north/accounts/1"))
                .hasBody("{\"id\": \"1\", \"bank\": \"north\", \"balance\": \"10.00\"}");
        assertThat(bank.get("bob", "/banks/south/accounts/1")).has("/balance", "20.00");
        assertThat(bank.asClient("GET", "/banks/south/accounts/2", "read")).has("/balance", "30.00");
    }

    @Test
    void areNoWayToAnother() {
        assertThat(bank.get("ann", "/banks/south/accounts/1")).wasRefusedAt("entitlement", "entitlement-missing");
        assertThat(bank.get("bob", "/banks/north/accounts/1")).wasRefusedAt("resource", "resource-unknown");
        assertThat(bank.get("ann", "/banks/north/accounts/2")).wasRefusedAt("resource", "resource-unknown");
        assertThat(bank.get("ann", "/banks/north/accounts/north:1")).wasRefusedAt("resource", "resource-unknown");
    }

    @Test
    void areFoundBelowTheirBank() {
        assertThat(bank.get("bob", "/banks/south/accounts/1/cards").send().at("/0/id"))
                .hasToString("\"c-1\"");
        assertThat(bank.get("ann", "/banks/north/accounts/1/cards").send().body())
                .isEqualTo("[]");
        assertThat(bank.get("bob", "/banks/north/accounts/1/cards")).wasRefusedAt("resource", "resource-unknown");
    }

    @Test
    void areTakenAtOneBankOnly() {
        HttpCall call = bank.as("bob", "POST", "/banks/north/accounts").json("{\"number\": \"2\"}");

        assertThat(call).hasStatus(201).hasHeader("Location", "/api/banks/north/accounts/2");
        assertThat(call).hasStatus(409).wasRefused("number-taken");
        assertThat(bank.get("bob", "/banks/north/accounts/2")).has("/balance", "0.00");
        assertThat(bank.asClient("GET", "/banks/south/accounts/2", "read")).has("/balance", "30.00");
    }

    @Test
    void goWithTheOneThatIsRemoved() {
        assertThat(bank.as("ann", "DELETE", "/banks/north/accounts/1")).hasStatus(204);

        assertThat(bank.get("ann", "/banks/north/accounts/1")).wasRefusedAt("resource", "resource-unknown");
        assertThat(bank.get("bob", "/banks/south/accounts/1")).hasStatus(200);
    }

    @Test
    void areChangedByControlOneByOne() {
        bank.sandbank().resource("accounts", "south:1").set("balance", "21.00");

        assertThat(bank.get("bob", "/banks/south/accounts/1")).has("/balance", "21.00");
        assertThat(bank.get("ann", "/banks/north/accounts/1")).has("/balance", "10.00");
    }

    @Test
    void areExportedWithTheirBank(@TempDir Path folder) throws Exception {
        Path fixture = TinyBank.write(folder, DIALECT, FIXTURE);
        try (Sandbank first = Sandbank.start(fixture.toString())) {
            Files.writeString(fixture, first.export());
            try (Sandbank again = Sandbank.start(fixture.toString())) {
                assertThat(again.export()).isEqualTo(first.export()).contains("south:1");
            }
        }
    }

    @Test
    void areNamedByTheCatalogueOfDenials() {
        Denial unknown = bank.sandbank().denials("getAccount").stream()
                .filter(denial -> denial.reason().equals("resource-unknown"))
                .findFirst()
                .orElseThrow();
        ArrangedCall call = unknown.arrange(bank.sandbank());

        assertThat(call.url().getPath()).matches("/api/banks/(north|south)/accounts/[0-9]");
    }

    @Test
    void belongToResourcesThatCallsName() {
        String wrong =
                DIALECT.replace("{in: path, name: bank, collection: banks", "{in: single, by: id, collection: banks");

        assertThatThrownBy(() -> TinyBank.start(wrong, FIXTURE).close())
                .isInstanceOf(SandbankException.class)
                .hasMessageContaining("resources[0].by: found a member, expected none: no call names this resource");
    }
}
