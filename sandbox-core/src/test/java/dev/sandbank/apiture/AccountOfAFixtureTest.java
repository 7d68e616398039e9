package dev.sandbank.apiture;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.get;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.HttpCall;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What a fixture says of an account is shown, also where it could be derived. */
class AccountOfAFixtureTest {

    @AutoClose
    private final Sandbank bank = Sandbank.builder().fixtureText("""
                    bank: apiture
                    clients:
                      - {id: lin-batch, secret: lin-batch-secret, user: lin, scopes: [banking/read]}
                      - {id: kim-batch, secret: kim-batch-secret, user: kim, scopes: [banking/read]}
                    users: [{id: lin}, {id: kim}]
                    accounts:
                      - id: acct-000001
                        number: "000123454410"
                        maskedNumber: "*A-10"
                        product: {type: savings, code: SAV01, label: Saver, description: Basic savings}
                        balance: "1.00"
                        nickname: Shared
                        updatedAt: 2030-01-02T03:04:05Z
                      - id: acct-000002
                        number: "2"
                        product: &saver {type: savings, code: SAV01, label: Saver, description: Basic savings}
                        balance: "10.00"
                      - {id: acct-000003, number: "3", product: *saver, balance: "10.00", available: "4.00", currentWithPending: "5.00"}
                    transactions:
                      - {id: txn-01, account: acct-000002, amount: "-12.50", posted: false}
                      - {id: txn-02, account: acct-000002, amount: "1.25", posted: false}
                      - {id: txn-03, account: acct-000002, amount: "7.00"}
                      - {id: txn-04, account: acct-000002, amount: "8.00", type: balance}
                      - {id: txn-05, account: acct-000003, amount: "-1.00", posted: false}
                    entitlements:
                      - {user: lin, account: acct-000002, allow: [view]}
                      - {user: lin, account: acct-000003, allow: [view]}
                      - {user: lin, account: acct-000001, allow: [view], nickname: Mine}
                      - {user: kim, account: acct-000001, allow: [view]}
                    """).start();

    @Test
    void hasTheMaskedNumberItWasGiven() {
        assertThat(as("lin-batch", "/banking/accounts/acct-000001")).has("/maskedNumber", "*A-10");
    }

    @Test
    void hasItsOwnNicknameForWhoGaveItNone() {
        assertThat(as("lin-batch", "/banking/accounts/acct-000001")).has("/label", "Mine");
        assertThat(as("kim-batch", "/banking/accounts/acct-000001"))
                .has("/label", "Shared")
                .has("/nickname", "Shared");
    }

    @Test
    void wasUpdatedWhenTheFixtureSays() {
        assertThat(as("lin-batch", "/banking/accountBalances?accounts=acct-000001"))
                .has("/items/0/updatedAt", "2030-01-02T03:04:05.000Z");
    }

    @Test
    void hasABalanceWithWhatIsPending() {
        assertThat(as("lin-batch", "/banking/accountBalances?accounts=acct-000002"))
                .has("/items/0/current", "10.00")
                .has("/items/0/available", "10.00")
                .has("/items/0/currentWithPending", "-1.25");
    }

    @Test
    void hasTheBalancesThatTheFixtureSays() {
        assertThat(as("lin-batch", "/banking/accountBalances?accounts=acct-000003"))
                .has("/items/0/current", "10.00")
                .has("/items/0/available", "4.00")
                .has("/items/0/currentWithPending", "5.00");
    }

    private HttpCall as(String client, String target) {
        return get(bank, target).bearer(bank.tokens().forClient(client));
    }
}
