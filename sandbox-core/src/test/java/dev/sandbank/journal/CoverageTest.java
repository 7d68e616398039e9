package dev.sandbank.journal;

import static dev.sandbank.testing.ControlCall.control;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Coverage;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.HttpCall;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Which gates were seen to let calls pass and to refuse them. */
class CoverageTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start("apiture");

    @Test
    void countsWhatEachGateDidWithTheCallsOfAnOperation() {
        accounts("ledger-reader");
        accounts("ledger-reader");
        accounts("no-scopes");

        assertThat(gate("listAccounts", "token"))
                .extracting("passed", "refused")
                .containsExactly(3L, 0L);
        assertThat(gate("listAccounts", "scope"))
                .extracting("passed", "refused")
                .containsExactly(2L, 1L);
        assertThat(gate("getAccount", "scope")).extracting("passed", "refused").containsExactly(0L, 0L);
    }

    @Test
    void namesTheAnnotationThatFillsAGap() {
        accounts("ledger-reader");
        assertThat(bank.coverage().gaps()).contains("@Denials(value = \"listAccounts\", gates = \"scope\")");
        int before = bank.coverage().covered();

        accounts("no-scopes");

        assertThat(gate("listAccounts", "scope").isCovered()).isTrue();
        assertThat(bank.coverage().gaps()).doesNotContain("@Denials(value = \"listAccounts\", gates = \"scope\")");
        assertThat(bank.coverage().covered()).isEqualTo(before + 1);
    }

    @Test
    void wantsAnAllowedCallWhereEveryCallIsRefused() {
        accounts("no-scopes");

        assertThat(gate("listAccounts", "scope").gap()).isEqualTo("a call of listAccounts that passes scope");
    }

    @Test
    void hasOnlyGatesThatCanRefuseTheOperation() {
        assertThat(bank.coverage().operations())
                .allSatisfy(operation -> assertThat(operation.gates())
                        .extracting(Coverage.Gate::name)
                        .contains("token")
                        .doesNotContain("route", "limit", "subject"));
        assertThat(gates("listAccounts")).doesNotContain("entitlement", "resource");
        assertThat(gates("getAccount")).contains("entitlement", "resource");
    }

    @Test
    void outlivesResetsAndTheJournalButNoOtherFixture() {
        accounts("no-scopes");
        bank.reset();
        accounts("no-scopes");
        bank.journal().clear();
        assertThat(gate("listAccounts", "scope").refused()).isEqualTo(2);

        bank.loadFixture("extends: apiture");

        assertThat(gate("listAccounts", "scope").refused()).isZero();
    }

    @Test
    void isTheSameOverHttp() {
        accounts("no-scopes");

        assertThat(control(bank, "GET", "/coverage")
                        .send()
                        .hasStatus(200)
                        .json()
                        .path("covered")
                        .asInt())
                .isEqualTo(bank.coverage().covered());
        assertThat(control(bank, "GET", "/coverage")
                        .header("Accept", "text/plain")
                        .send()
                        .hasStatus(200)
                        .body())
                .startsWith("apiture, fixture apiture: 0 of " + bank.coverage().all() + " covered, 0 %\n")
                .containsPattern(
                        "\n  listAccounts: 0 of \\d+\n(    .+\n)*    a call of listAccounts that passes scope\n")
                .containsPattern("\n  getAccount: 0 of \\d+\n    @Denials\\(\"getAccount\"\\)\n");
    }

    @Test
    void isAPageForBrowsers() {
        String page = control(bank, "GET", "/coverage")
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .send()
                .hasStatus(200)
                .body();

        assertThat(page).startsWith("<!doctype html>").contains("<h2>apiture, fixture apiture</h2>");
    }

    private void accounts(String client) {
        HttpCall.get(bank, "/banking/accounts")
                .bearer(bank.tokens().forClient(client))
                .send();
    }

    private Coverage.Gate gate(String operation, String gate) {
        return operation(operation).gates().stream()
                .filter(one -> one.name().equals(gate))
                .findFirst()
                .orElseThrow();
    }

    private Iterable<String> gates(String operation) {
        return operation(operation).gates().stream().map(Coverage.Gate::name).toList();
    }

    private Coverage.Operation operation(String id) {
        return bank.coverage().operations().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
