package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.get;
import static dev.sandbank.testing.HttpCall.post;
import static dev.sandbank.testing.UpholdSeed.ADA;
import static dev.sandbank.testing.UpholdSeed.BRUNO;
import static dev.sandbank.testing.UpholdSeed.BRUNOS_CONTA;
import static dev.sandbank.testing.UpholdSeed.NELL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.DenialReason;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.HttpCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code core.list-accounts}: the user's own, newest first, in pages that link to each other. */
class ListAccountsTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start("uphold");

    private final String token = bank.tokens().forClient("payouts");

    @Test
    void showsOnlyWhatTheUserOwns() {
        assertThat(list("", BRUNO).send().each("/accounts", "id"))
                .containsExactlyInAnyOrder(BRUNOS_CONTA, "d5f28b06-1e74-4ac3-97b8-0c6a4e91f3d5");
        assertThat(list("?perPage=100", ADA).send().each("/accounts", "ownerId"))
                .hasSize(13)
                .containsOnly(ADA);
    }

    @Test
    void hasTenPerPageByDefault() {
        Answer first = list("", ADA).send();

        assertThat(first.at("/accounts")).hasSize(10);
        assertThat(first).wasAllowed().lacks("/pagination/prev").lacks("/pagination/previous");
    }

    @Test
    void isEmptyWithoutAnyLinkForAUserWithoutAccounts() {
        assertThat(list("", NELL)).hasStatus(200).hasBody("{\"accounts\":[],\"pagination\":{}}");
    }

    @Test
    void isEmptyWithoutAnyLinkBeyondTheEnd() {
        assertThat(list("?page=3", ADA)).hasStatus(200).hasBody("{\"accounts\":[],\"pagination\":{}}");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 6, 7, 12, 13, 14, 100})
    void isWholeAfterFollowingTheLinksForwardAndBack(int perPage) {
        List<String> all = list("?perPage=100", ADA).send().each("/accounts", "id");
        List<Answer> forward = follow(list("?perPage=" + perPage, ADA).send(), "/pagination/next");
        List<Answer> back = follow(forward.get(forward.size() - 1), "/pagination/previous");

        assertThat(ids(forward)).containsExactlyElementsOf(all);
        assertThat(back).hasSameSizeAs(forward);
        assertThat(back.get(back.size() - 1).body()).isEqualTo(forward.get(0).body());
        assertThat(forward)
                .allSatisfy(page -> assertThat(page.text("/pagination/first"))
                        .isEqualTo(bank.baseUrl() + "/core/accounts?page=1&perPage=" + perPage));
        assertThat(back)
                .allSatisfy(
                        page -> assertThat(page.text("/pagination/prev")).isEqualTo(page.text("/pagination/previous")));
    }

    @ParameterizedTest
    @CsvSource({"EUR,5", "BTC,2", "BTC%2CETH,3", "JPY,0", "DOGE,0", "eur,0"})
    void filtersByAsset(String assets, int matching) {
        assertThat(list("?asset=" + assets, ADA).send().at("/accounts")).hasSize(matching);
    }

    @Test
    void keepsTheFilterInItsLinks() {
        List<Answer> pages = follow(list("?perPage=1&asset=BTC%2CETH", ADA).send(), "/pagination/next");

        assertThat(pages).hasSize(3);
        assertThat(pages.stream().flatMap(page -> page.each("/accounts", "asset").stream()))
                .containsExactlyInAnyOrder("BTC", "BTC", "ETH");
    }

    @Test
    void beginsWithTheNewest() {
        bank.clock().advance(Duration.ofSeconds(5));
        String created = post(bank, "/core/accounts")
                .bearer(token)
                .onBehalfOf(ADA)
                .json("{\"label\":\"New\",\"asset\":\"EUR\"}")
                .send()
                .text("/account/id");

        assertThat(list("", ADA).send().text("/accounts/0/id")).isEqualTo(created);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "perPage=0",
                "perPage=101",
                "perPage=-1",
                "perPage=ten",
                "perPage=",
                "perPage=1.5",
                "perPage=1&perPage=1",
                "perPage=1%0A",
                "perPage=1%00",
                "perPage=%D9%A1",
                "page=0",
                "page=-1",
                "page=1000001",
                "page=99999999999999999999",
                "page=x",
                "asset=",
                "asset=EUR,EUR",
                "asset=EUR,",
                "asset=EUR&asset=USD"
            })
    void refusesAQueryThatIsNotWellFormed(String query) {
        Answer answer = list("?" + query, ADA).send();

        assertThat(answer)
                .hasStatus(400)
                .has("/code", "request_invalid")
                .has("/details/context", "query")
                .wasRefusedAt("input", DenialReason.INPUT_INVALID);
        assertThat(answer.text("/details/violations/0/property")).startsWith(query.replaceFirst("=.*", ""));
    }

    @Test
    void tellsTheTypeThatAParameterShouldHave() {
        assertThat(list("?perPage=ten", ADA))
                .has("/details/violations/0/rule", "type")
                .has("/details/violations/0/ruleParams/type", "integer");
    }

    private List<Answer> follow(Answer start, String link) {
        List<Answer> pages = new ArrayList<>(List.of(start));
        String next = start.text(link);
        while (!next.isEmpty()) {
            Answer page = get(bank, next).bearer(token).onBehalfOf(ADA).send();
            assertThat(page).hasStatus(200);
            pages.add(page);
            next = page.text(link);
        }
        return pages;
    }

    private static List<String> ids(List<Answer> pages) {
        return pages.stream()
                .flatMap(page -> page.each("/accounts", "id").stream())
                .toList();
    }

    private HttpCall list(String query, String user) {
        return get(bank, "/core/accounts" + query).bearer(token).onBehalfOf(user);
    }
}
