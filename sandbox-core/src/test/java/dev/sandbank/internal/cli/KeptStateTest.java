package dev.sandbank.internal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.SandbankResource;
import dev.sandbank.internal.bank.Library;
import dev.sandbank.internal.control.BankControl;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What stays of the state when another version of the fixture is loaded over it. */
class KeptStateTest {

    private static final String ACCOUNT = "acct-4f81c0";
    private static final String NEW_ACCOUNT = """
            {"id": "acct-new", "number": "000123459999", "balance": "10.00",
             "product": {"type": "savings", "code": "SAV01", "label": "Saver", "description": "Basic savings"}}""";

    @AutoClose
    private final Sandbank bank =
            Sandbank.builder().fixtureText("extends: apiture").start();

    @Test
    void entriesThatTheFixtureSaysAsBefore() {
        bank.account(ACCOUNT).set("label", "Renamed");
        List<String> order = ids();

        load("extends: apiture\nsettings: {decisionHeader: true}");

        assertThat(bank.account(ACCOUNT).get("label")).isEqualTo("Renamed");
        assertThat(ids()).isEqualTo(order);
    }

    @Test
    void entriesThatWereAdded() {
        bank.add("accounts", NEW_ACCOUNT);
        bank.user("ada").entitle("acct-new", "view");

        load("extends: apiture\nsettings: {decisionHeader: true}");
        bank.add("accounts", NEW_ACCOUNT.replace("acct-new", "acct-newer"));

        assertThat(ids()).endsWith("acct-new", "acct-newer");
        assertThat(bank.user("ada").permissions("acct-new")).containsExactly("view");
    }

    @Test
    void noEntriesThatWereRemoved() {
        bank.account("acct-85b3f1").remove();

        load("extends: apiture\nsettings: {decisionHeader: true}");

        assertThat(ids()).doesNotContain("acct-85b3f1");
    }

    @Test
    void noEntriesThatTheFixtureSaysOtherwise() {
        bank.user("bob").block();

        load("extends: apiture\nusers: [{id: bob, username: bob, password: other-password, claims: {name: Bob}}]");

        assertThat(bank.user("bob").status()).isEqualTo("active");
    }

    @Test
    void permissionsUnlessTheFixtureSaysThemOtherwise() {
        bank.user("bob").entitle(ACCOUNT, "view");
        bank.user("ada").withdraw(ACCOUNT, "transferTo");

        load("extends: apiture\nentitlements: [{user: ada, account: acct-4f81c0, allow: [view]}]");

        assertThat(bank.user("bob").permissions(ACCOUNT)).contains("view");
        assertThat(bank.user("ada").permissions(ACCOUNT)).containsExactly("view");
    }

    @Test
    void theClockUnlessTheFixtureSaysOtherwise() {
        Instant moved = Instant.parse("2032-03-03T09:00:00Z");
        bank.clock().freezeAt(moved);

        load("extends: apiture\nsettings: {decisionHeader: true}");
        assertThat(bank.clock().now()).isEqualTo(moved);

        load("extends: apiture\nclock: 2031-03-03T09:00:00Z");
        assertThat(bank.clock().now()).isEqualTo("2031-03-03T09:00:00Z");
    }

    @Test
    void nothingAfterAResetWhichGoesToTheNewVersion() {
        bank.add("accounts", NEW_ACCOUNT);
        load("extends: apiture\nclients: [{id: second, secret: second-secret, scopes: [banking/read]}]");

        bank.reset();

        assertThat(ids()).doesNotContain("acct-new");
        assertThat(bank.client("second").scopes()).containsExactly("banking/read");
    }

    @Test
    void aStateThatCanBeExported() {
        bank.add("accounts", NEW_ACCOUNT);
        load("extends: apiture\nsettings: {decisionHeader: true}");

        try (Sandbank copy = Sandbank.builder().fixtureText(bank.export()).start()) {
            assertThat(copy.resources("accounts"))
                    .extracting(SandbankResource::id)
                    .isEqualTo(ids());
        }
    }

    private void load(String text) {
        ((BankControl) bank).reload(Library.ofProcess().text("inline fixture", text), true);
    }

    private List<String> ids() {
        return bank.resources("accounts").stream().map(SandbankResource::id).toList();
    }
}
