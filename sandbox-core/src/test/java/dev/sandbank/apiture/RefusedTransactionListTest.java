package dev.sandbank.apiture;

import static dev.sandbank.testing.ApitureSeed.ADA_BATCH;
import static dev.sandbank.testing.ApitureSeed.BOB_BATCH;
import static dev.sandbank.testing.ApitureSeed.CAROL_BATCH;
import static dev.sandbank.testing.ApitureSeed.EXTERNAL;
import static dev.sandbank.testing.ApitureSeed.NOBODYS;
import static dev.sandbank.testing.ApitureSeed.SAVER;
import static dev.sandbank.testing.ApitureSeed.TAX_RESERVE;
import static dev.sandbank.testing.ApitureSeed.UNKNOWN_ACCOUNT;
import static dev.sandbank.testing.BankAssertions.assertThat;

import dev.sandbank.DenialReason;
import dev.sandbank.Sandbank;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code listTransactions} refused: what is not well-formed, not there, not to be viewed, or not of this institution. */
class RefusedTransactionListTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start("apiture");

    private final History history = new History(bank);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "occurredOn=",
                "occurredOn=[,]",
                "occurredOn=[2031-02-30,]",
                "occurredOn=2031-2-3",
                "occurredOn=2031-02-01,2031-02-03",
                "occurredOn=[2031-02-01%202031-02-03]",
                "occurredOn=yesterday",
                "occurredOn=2031-02-01&occurredOn=2031-02-02",
                "createdOn=x",
                "postedOn=x",
                "amount=10.005",
                "amount=.50",
                "amount=1234567890123456789",
                "amount=-10.00",
                "amount=[10.00;20.00]",
                "checkNumber=10.00",
                "checkNumber=1-9",
                "posted=yes",
                "type=debit,credit",
                "type=debit%7Cdebit",
                "type=",
                "subtype=cheque",
                "category=" + "a%7C",
                "category=",
                "category=A-label-of-more-than-sixty-four-characters-is-longer-than-there-are",
                "category=0%7C1%7C2%7C3%7C4%7C5%7C6%7C7%7C8%7C9%7Ca%7Cb%7Cc%7Cd%7Ce%7Cf%7Cg",
                "limit=10001",
                "limit=-1",
                "retryCount=0",
                "retryCount=11"
            })
    void refusesAQueryThatIsNotWellFormed(String query) {
        assertThat(history.everyday("?" + query))
                .hasStatus(400)
                .has("/type", "https://production.api.apiture.com/errors/badRequest/v1.0.0")
                .wasRefusedAt("input", DenialReason.INPUT_INVALID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "occurredOn=[2031-03-03,2031-03-01]",
                "amount=(9.00,8.00)",
                "checkNumber=[2,1]",
                "createdOn=[2031-01-02,2031-01-01]"
            })
    void refusesARangeThatEndsBeforeItBegins(String query) {
        assertThat(history.everyday("?" + query))
                .hasStatus(422)
                .has("/type", "https://production.api.apiture.com/errors/unprocessableEntity/v1.0.0")
                .wasRefusedAt("rules", "unprocessable-entity");
    }

    @ParameterizedTest
    @ValueSource(strings = {UNKNOWN_ACCOUNT, NOBODYS, TAX_RESERVE, "acct-f20a6d"})
    void knowsNoAccountThatIsNotLinked(String account) {
        assertThat(history.of(ADA_BATCH, account, ""))
                .hasStatus(404)
                .has("/type", "https://production.api.apiture.com/errors/notFound/v1.0.0")
                .wasRefusedAt("resource", DenialReason.RESOURCE_UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {BOB_BATCH, CAROL_BATCH})
    void refusesACustomerWhoMayNotView(String client) {
        assertThat(history.of(client, SAVER, ""))
                .hasStatus(403)
                .has("/type", "https://production.api.apiture.com/errors/forbidden/v1.0.0")
                .wasRefusedAt("entitlement", DenialReason.ENTITLEMENT_MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {ADA_BATCH, "back-office"})
    void refusesAnAccountOfAnotherInstitution(String client) {
        assertThat(history.of(client, EXTERNAL, ""))
                .hasStatus(422)
                .has("/type", "https://production.api.apiture.com/errors/transactionsForInternalAccountOnly/v1.0.0")
                .wasRefusedAt("rules", "transactions-for-internal-account-only");
    }

    @Test
    void asksForViewBeforeItLooksWhereAnAccountIs() {
        assertThat(history.of(BOB_BATCH, "acct-f20a6d", "")).hasStatus(403);
    }
}
