package dev.sandbank.apiture;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.HttpCall;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which accounts take a kind of ACH payment. */
class EligibleAchAccountsTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start("apiture");

    private HttpCall ask(String client, String query) {
        return get(bank, "/banking/achEligibleAccounts?" + query)
                .bearer(bank.tokens().forClient(client));
    }

    @Test
    void areThoseThatTakeTheCodeAndAllowAllThatIsAsked() {
        assertThat(ask("ada-batch", "allows=billPay,view&secCode=ppd").send().each("/items", "id"))
                .containsExactly("acct-7d1a40", "acct-2e90b6");
        assertThat(ask("ada-batch", "allows=view&secCode=ccd").send().each("/items", "id"))
                .containsExactly("acct-b7725e");
    }

    @Test
    void areCountedWithoutTheFilters() {
        assertThat(ask("ada-batch", "allows=view&secCode=rck"))
                .hasStatus(200)
                .lacks("/items/0")
                .has("/count", 12)
                .has("/primaryAccountId", "acct-7d1a40");
    }

    @Test
    void areWhatTheFixtureSays() {
        bank.resource("accounts", "acct-58fc13").set("secCodes", List.of("rck"));

        assertThat(ask("ada-batch", "allows=view&secCode=rck").send().each("/items", "id"))
                .containsExactly("acct-58fc13");
    }

    @Test
    void comeInPages() {
        assertThat(ask("ada-batch", "allows=view&secCode=ppd&limit=1").send().text("/nextPage_url"))
                .contains("allows=view", "secCode=ppd", "limit=1", "start=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "secCode=ppd",
                "allows=view",
                "allows=&secCode=ppd",
                "allows=view,view&secCode=ppd",
                "allows=view&secCode=PPD",
                "allows=own&secCode=ppd",
                "allows=view&secCode=ppd&customerId=x"
            })
    void areAskedForInFull(String query) {
        assertThat(ask("ada-batch", query)).hasStatus(400).wasRefusedAt("input", "input-invalid");
    }

    @Test
    void areAskedForByRepeatingOrByCommas() {
        assertThat(ask("ada-batch", "allows=billPay&allows=view,transferTo&secCode=ppd")
                        .send()
                        .each("/items", "id"))
                .containsExactly("acct-7d1a40", "acct-2e90b6");
        assertThat(ask("ada-batch", "allows=view&allows=view&secCode=ppd")).hasStatus(400);
    }

    @ParameterizedTest
    @CsvSource({
        "ada-batch, cust-ada, 200",
        "ada-batch, cust-bob, 403",
        "carol-batch, biz-harbour01, 200",
        "bob-batch, biz-harbour01, 403",
        "back-office, biz-harbour01, 200",
        "back-office, nobody01, 200"
    })
    void areThoseOfACustomerWhomTheCallerMayActFor(String client, String customer, int status) {
        assertThat(ask(client, "allows=view&secCode=web&customerId=" + customer))
                .hasStatus(status);
    }

    @Test
    void areOnlyThoseOfTheCustomerThatIsNamed() {
        assertThat(ask("back-office", "allows=view&secCode=web&customerId=biz-harbour01")
                        .send()
                        .each("/items", "id"))
                .containsExactly("acct-b7725e", "acct-d94c08");
        assertThat(ask("back-office", "allows=view&secCode=web&customerId=cust-nell"))
                .hasStatus(200)
                .lacks("/items/0");
    }
}
