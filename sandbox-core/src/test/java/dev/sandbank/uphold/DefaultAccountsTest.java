package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.call;
import static dev.sandbank.testing.HttpCall.get;
import static dev.sandbank.testing.HttpCall.post;
import static dev.sandbank.testing.UpholdSeed.ADA;
import static dev.sandbank.testing.UpholdSeed.ADAS_BITCOIN;
import static dev.sandbank.testing.UpholdSeed.ADAS_DOLLARS;
import static dev.sandbank.testing.UpholdSeed.ADAS_ETHER;
import static dev.sandbank.testing.UpholdSeed.ADAS_POUNDS;
import static dev.sandbank.testing.UpholdSeed.ADAS_RIPPLES;
import static dev.sandbank.testing.UpholdSeed.ADAS_SAVINGS;
import static dev.sandbank.testing.UpholdSeed.BRUNO;
import static dev.sandbank.testing.UpholdSeed.NELL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code core.list-default-accounts}: one account of each asset that the user has. */
class DefaultAccountsTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start("uphold");

    @Test
    void areThoseThatAreMarkedElseTheOldest() {
        assertThat(list(ADA, "").each("/accounts", "id"))
                .containsExactlyInAnyOrder(
                        ADAS_SAVINGS, ADAS_POUNDS, ADAS_DOLLARS, ADAS_BITCOIN, ADAS_ETHER, ADAS_RIPPLES);
        assertThat(list(BRUNO, "").each("/accounts", "ownerId"))
                .containsOnly(BRUNO)
                .hasSize(2);
    }

    @Test
    void areNoPages() {
        assertThat(list(NELL, "")).hasStatus(200).wasAllowed().hasBody("{\"accounts\":[]}");
    }

    @ParameterizedTest
    @CsvSource({"BTC,1", "'BTC,EUR',2", "DOGE,0"})
    void areOfTheAssetsThatAreAskedFor(String assets, int count) {
        assertThat(list(ADA, "?asset=" + assets).at("/accounts")).hasSize(count);
    }

    @Test
    void changeWhenTheyAreArchived() {
        Payer nell = new Payer(bank, NELL);
        String first = open(nell, "First");
        bank.clock().advance(Duration.ofSeconds(1));
        String second = open(nell, "Second");
        assertThat(list(NELL, "").each("/accounts", "id")).containsExactly(first);

        assertThat(nell.as(call(bank, "DELETE", "/core/accounts/" + first))).hasStatus(204);

        assertThat(list(NELL, "").each("/accounts", "id")).containsExactly(second);
    }

    @ParameterizedTest
    @ValueSource(strings = {"asset=", "asset=EUR,EUR", "asset=EUR&asset=BTC"})
    void areAskedForInOneWay(String query) {
        assertThat(list(ADA, "?" + query)).hasStatus(400).has("/details/context", "query");
    }

    @ParameterizedTest
    @ValueSource(strings = {"DELETE", "PATCH", "POST", "PUT"})
    void areNoAccountOfThatName(String method) {
        assertThat(new Payer(bank, ADA).as(call(bank, method, "/core/accounts/defaults")))
                .hasStatus(405)
                .hasHeader("Allow", "GET, HEAD");
    }

    private String open(Payer payer, String label) {
        return payer.as(post(bank, "/core/accounts"))
                .json("{\"label\":\"" + label + "\",\"asset\":\"EUR\"}")
                .send()
                .text("/account/id");
    }

    private Answer list(String user, String query) {
        return new Payer(bank, user)
                .as(get(bank, "/core/accounts/defaults" + query))
                .send();
    }
}
