package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.SandbankException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A scope can stand for others: always, or where a setting says so. */
class ScopesThatGiveOthersTest {

    private static final String DIALECT = """
            scopes: {read: Read, write: Write, act: Act for users, all: Everything}
            settings: {actingReads: {type: boolean, default: false, about: act gives read}}
            scopeImplies:
              - {scope: write, gives: [read]}
              - {scope: act, gives: [read], setting: actingReads}
              - {scope: read, gives: [all]}
            impersonation: {header: X-For, pattern: "(?<id>[a-z]+)", scope: read}
            collections: {accounts: {visible: all}}
            operations:
              - {id: list, method: GET, path: /accounts, scopes: [read], work: {list: {collection: accounts}}}
              - {id: any, method: GET, path: /any, anyScope: [read, all], work: {list: {collection: accounts}}}
              - {id: every, method: GET, path: /every, scopes: [all], work: {list: {collection: accounts}}}
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "/accounts, read, 200",
        "/accounts, write, 200",
        "/accounts, act, 403",
        "/any, write, 200",
        "/any, act, 403",
        "/every, read, 200",
        "/every, write, 403"
    })
    void giveThemOnceAndNotInTurn(String path, String scope, int status) {
        try (TinyBank bank = TinyBank.start(DIALECT, "")) {
            assertThat(bank.asClient("GET", path, scope)).hasStatus(status);
        }
    }

    @Test
    void giveThemWhereASettingSaysSo() {
        try (TinyBank bank = TinyBank.start(DIALECT, "settings: {actingReads: true}\n")) {
            assertThat(bank.asClient("GET", "/accounts", "act")).hasStatus(200);
            assertThat(bank.asClient("GET", "/every", "act"))
                    .hasStatus(403)
                    .has("/text", "needs all, token holds act read");
        }
    }

    @Test
    void countForCallsThatNameSomebodyToo() {
        try (TinyBank bank = TinyBank.start(DIALECT, "")) {
            assertThat(bank.asClient("GET", "/accounts", "write").header("X-For", "ann"))
                    .hasStatus(200)
                    .wasAllowed();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{scope: wriet, gives: [read]}|scopeImplies[0].scope: found \"wriet\", expected a scope of this dialect",
                "{scope: write, gives: [raed]}|scopeImplies[0].gives[0]: found \"raed\", expected a scope of this dialect",
                "{scope: write, gives: []}|scopeImplies[0].gives: found an empty list, expected 1 or more entries",
                "{scope: write, gives: [read], setting: x}|scopeImplies[0].setting: found \"x\", expected",
                "{scope: write, gives: [read], setting: accessTokenLifetime}"
                        + "|scopeImplies[0].setting: found a setting of type duration, expected one of type boolean"
            })
    void areCheckedBeforeAnythingStarts(String rule, String told) {
        String dialect = DIALECT.replaceFirst(
                "(?s)scopeImplies:.*?impersonation", "scopeImplies: [" + rule + "]\nimpersonation");

        assertThatThrownBy(() -> TinyBank.start(folder, dialect, "").close())
                .isInstanceOf(SandbankException.class)
                .hasMessageContaining(told);
    }
}
