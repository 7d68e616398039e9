package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.get;
import static dev.sandbank.testing.UpholdSeed.ADA;
import static dev.sandbank.testing.UpholdSeed.ADAS_BITCOIN;
import static dev.sandbank.testing.UpholdSeed.ADAS_FAILED;
import static dev.sandbank.testing.UpholdSeed.ADAS_GIFTS;
import static dev.sandbank.testing.UpholdSeed.ADAS_HELD;
import static dev.sandbank.testing.UpholdSeed.ADAS_SPENDING;
import static dev.sandbank.testing.UpholdSeed.ADAS_TRADE;
import static dev.sandbank.testing.UpholdSeed.BRUNO;
import static dev.sandbank.testing.UpholdSeed.BRUNOS_CONTA;
import static dev.sandbank.testing.UpholdSeed.BRUNOS_DEPOSIT;
import static dev.sandbank.testing.UpholdSeed.NELL;
import static dev.sandbank.testing.UpholdSeed.UNKNOWN_ACCOUNT;
import static dev.sandbank.uphold.Payer.account;
import static dev.sandbank.uphold.Payer.amount;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.HttpCall;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code core.list-transactions}, {@code core.list-account-transactions} and {@code core.get-transaction}. */
class ReadTransactionsTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start("uphold");

    private final Payer ada = new Payer(bank, ADA);

    @Test
    void areTheUsersOwnNewestFirst() {
        assertThat(list(ADA, "").each("/transactions", "id")).containsExactly(ADAS_HELD, ADAS_TRADE, ADAS_FAILED);
        assertThat(list(BRUNO, "").each("/transactions", "id")).containsExactly(BRUNOS_DEPOSIT);
        assertThat(list(NELL, "")).hasBody("{\"transactions\":[],\"pagination\":{}}");
    }

    @Test
    void areOrderedByIdWithinOneMillisecond() {
        bank.clock().freezeAt(Instant.parse("2031-03-03T09:00:00Z"));
        Payer payer = new Payer(bank, ADA);
        for (int each = 0; each < 12; each++) {
            payer.commit(payer.quote(account(ADAS_SPENDING), account(ADAS_GIFTS), amount("EUR", "1")))
                    .send();
        }

        List<String> ids =
                payer.as(get(bank, "/core/transactions?perPage=12")).send().each("/transactions", "id");

        assertThat(ids).hasSize(12).isSorted();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void areWholeAfterFollowingTheLinks(int perPage) {
        List<String> seen = new ArrayList<>();
        String next = bank.baseUrl() + "/core/transactions?perPage=" + perPage;
        while (!next.isEmpty()) {
            Answer page = ada.as(get(bank, next)).send();
            seen.addAll(page.each("/transactions", "id"));
            assertThat(page.text("/pagination/first"))
                    .isEqualTo(bank.baseUrl() + "/core/transactions?page=1&perPage=" + perPage);
            next = page.text("/pagination/next");
        }

        assertThat(seen).containsExactly(ADAS_HELD, ADAS_TRADE, ADAS_FAILED);
    }

    @Test
    void areThoseThatAnAccountIsAnEndOf() {
        assertThat(ofAccount(ADAS_SPENDING).each("/transactions", "id")).containsExactly(ADAS_HELD, ADAS_FAILED);
        assertThat(ofAccount(ADAS_BITCOIN).each("/transactions", "id")).containsExactly(ADAS_TRADE);
        assertThat(ofAccount(ADAS_GIFTS)).hasBody("{\"transactions\":[],\"pagination\":{}}");
    }

    @Test
    void linkToPagesOfTheirAccount() {
        Answer page = ada.as(get(bank, "/core/accounts/" + ADAS_SPENDING + "/transactions?perPage=1"))
                .send();

        assertThat(page)
                .has(
                        "/pagination/next",
                        bank.baseUrl() + "/core/accounts/" + ADAS_SPENDING + "/transactions?page=2&perPage=1")
                .lacks("/pagination/prev");
        assertThat(ada.as(get(bank, page.text("/pagination/next"))).send().each("/transactions", "id"))
                .containsExactly(ADAS_FAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {BRUNOS_CONTA, UNKNOWN_ACCOUNT})
    void areNotThoseOfOthersAccounts(String account) {
        assertThat(ofAccount(account)).hasStatus(404).has("/details/entity", "account");
    }

    @ParameterizedTest
    @ValueSource(strings = {BRUNOS_DEPOSIT, UNKNOWN_ACCOUNT, ADAS_SPENDING})
    void areNotThoseOfOthers(String id) {
        assertThat(ada.transaction(id))
                .hasStatus(404)
                .has("/code", "entity_not_found")
                .has("/details/entity", "transaction")
                .lacks("/details/context");
    }

    @Test
    void tellHowTheyStand() {
        assertThat(ada.transaction(ADAS_HELD))
                .has("/transaction/status", "on-hold")
                .has("/transaction/statusDetails/reason", "pending-requests-for-information")
                .has("/transaction/createdAt", "2025-11-04T10:00:00.000Z")
                .has("/transaction/updatedAt", "2025-11-04T10:00:00.000Z");
        assertThat(ada.transaction(ADAS_TRADE))
                .has("/transaction/status", "completed")
                .has("/transaction/completedAt", "2025-11-03T10:00:01.000Z")
                .lacks("/transaction/statusDetails");
        assertThat(ada.transaction(ADAS_FAILED)).has("/transaction/statusDetails/reason", "card-declined-by-bank");
    }

    @Test
    void needBothScopesWhereTheyAreOfAnAccount() {
        for (String scope : List.of("core.accounts:read", "core.transactions:read")) {
            String token = bank.tokens().forClient("payouts", scope, "core.users:act-on-behalf-of");

            assertThat(get(bank, "/core/accounts/" + ADAS_SPENDING + "/transactions")
                            .bearer(token)
                            .onBehalfOf(ADA))
                    .hasStatus(403)
                    .has("/details/security/0/schemeScopes/0", "core.accounts:read")
                    .has("/details/security/0/schemeScopes/1", "core.transactions:read");
        }
    }

    private Answer ofAccount(String account) {
        return ada.as(get(bank, "/core/accounts/" + account + "/transactions")).send();
    }

    private Answer list(String user, String query) {
        HttpCall call = get(bank, "/core/transactions" + query);
        return new Payer(bank, user).as(call).send();
    }
}
