package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.Denial;
import dev.sandbank.Sandbank;
import dev.sandbank.SandbankException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entries that several users own together. */
class SharedEntriesTest {

    private static final String DIALECT = """
            collections:
              accounts: {visible: owned, owner: owners}
              lines: {visible: through, through: {member: account, collection: accounts}}
            views: {shown: {id: "${id}", whose: "${owner}"}}
            operations:
              - {id: accounts, method: GET, path: /accounts, work: {list: {collection: accounts}}, reply: {view: shown, body: "${items}"}}
              - &one {id: account, method: GET, path: "/accounts/{id}", parameters: [&id {name: id, in: path, schema: {type: string}}],
                 resources: [&account {in: path, name: id, collection: accounts, as: account}], work: {get: {}}}
              - {id: open, method: POST, path: /accounts,
                 work: {create: {collection: accounts, id: acc-8, members: {owners: ["${subject}", bob]}}}}
              - {id: leave, method: POST, path: "/accounts/{id}/leaving", parameters: [*id], resources: [*account],
                 work: {action: {members: {owners: [bob]}}}}
              - {id: lines, method: GET, path: /lines, work: {list: {collection: lines}}}
            """;
    private static final String FIXTURE = """
            users:
              - {id: ann, password: ann-secret}
              - {id: bob, password: bob-secret}
              - {id: bo, password: bo-secret}
            accounts: [{id: a, owners: ann}, {id: b, owners: [ann, bob]}, {id: c, owners: [bob]}, {id: d, owners: ann}]
            lines: [{id: l-1, account: b}, {id: l-2, account: c}]
            """;

    @TempDir
    Path folder;

    @Test
    void areSeenByEachOfThemInOrder() {
        try (TinyBank bank = TinyBank.start(DIALECT, FIXTURE)) {
            assertThat(bank.get("ann", "/accounts").send().each("", "id")).containsExactly("a", "b", "d");
            assertThat(bank.get("bob", "/accounts").send().each("", "id")).containsExactly("b", "c");
            assertThat(bank.get("bo", "/accounts").send().each("", "id")).isEmpty();
            assertThat(bank.get("bob", "/accounts/b")).hasStatus(200);
            assertThat(bank.get("bob", "/accounts/a")).hasStatus(404);
            assertThat(bank.get("bo", "/accounts/b")).hasStatus(404);
            assertThat(bank.get("bob", "/lines").send().each("", "id")).containsExactly("l-1", "l-2");
            assertThat(bank.get("ann", "/accounts")).has("/0/whose", "ann").has("/1/whose/1", "bob");
        }
    }

    @Test
    void areMadeAndLeft() {
        try (TinyBank bank = TinyBank.start(DIALECT, FIXTURE)) {
            String id = bank.as("ann", "POST", "/accounts").send().text("/id");
            assertThat(bank.get("bob", "/accounts/" + id)).hasStatus(200);

            assertThat(bank.as("ann", "POST", "/accounts/" + id + "/leaving")).hasStatus(204);
            assertThat(bank.get("ann", "/accounts/" + id)).hasStatus(404);
            assertThat(bank.get("bob", "/accounts/" + id)).hasStatus(200);
        }
    }

    @Test
    void areExportedAndHaveDenials() throws Exception {
        Path fixture = TinyBank.write(
                folder, DIALECT, FIXTURE + "clients: [{id: app, secret: app-secret, scopes: [read], user: ann}]\n");
        try (Sandbank bank = Sandbank.start(fixture.toString())) {
            Path exported = Files.writeString(folder.resolve("exported.yaml"), bank.export());

            assertThat(bank.denials("account", "resource"))
                    .extracting(Denial::name)
                    .hasSize(2);
            try (Sandbank again = Sandbank.start(exported.toString())) {
                assertThat(again.export()).isEqualTo(bank.export());
            }
        }
    }

    @Test
    void areOwnedByUsersOnly() {
        Path fixture = TinyBank.write(folder, DIALECT, FIXTURE.replace("[ann, bob]", "[ann, bub]"));

        assertThatThrownBy(() -> Sandbank.start(fixture.toString()).close())
                .isInstanceOf(SandbankException.class)
                .hasMessageContaining(
                        "accounts[1].owners[1]: found \"bub\", expected the id of a user, did you mean \"bob\"?");
    }
}
