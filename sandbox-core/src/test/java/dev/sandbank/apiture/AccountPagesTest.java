package dev.sandbank.apiture;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.DenialReason;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of {@code listAccounts}, by following {@code nextPage_url} until there is none. */
class AccountPagesTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start("apiture");

    private final String ada = bank.tokens().forClient("ada-batch");

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 100, 1000})
    void holdEveryAccountOnceWhateverTheLimit(int limit) {
        List<String> all = get(bank, "/banking/accounts").bearer(ada).send().each("/items", "id");

        List<Answer> pages = follow("/banking/accounts?limit=" + limit);

        assertThat(pages.stream().flatMap(page -> page.each("/items", "id").stream()))
                .containsExactlyElementsOf(all)
                .doesNotHaveDuplicates();
        assertThat(pages)
                .allSatisfy(page -> assertThat(page).has("/limit", limit).has("/count", 12));
        assertThat(pages).hasSize(Math.max(1, (12 + limit - 1) / limit));
    }

    @Test
    void carryTheFiltersAlong() {
        List<Answer> pages =
                follow("/banking/accounts?limit=2&allows=transferFrom%2Cview&location=internal&x=%26%3D%20");

        assertThat(pages.stream().flatMap(page -> page.each("/items", "id").stream()))
                .hasSize(5);
        assertThat(URI.create(pages.get(0).text("/nextPage_url")).getRawQuery())
                .doesNotContain("?")
                .contains("allows=transferFrom,view", "location=internal", "limit=2")
                .doesNotContain("x=");
    }

    @Test
    void areLinkedBriefly() {
        String flags = "billPay,mobileCheckDeposit,transferFrom,transferTo,view,viewCards,manageCards";
        String types = "savings|checking|cd|ira|loan|creditCard".replace("|", "%7C");
        String query = "productType=" + types + "&location=internal&allows=" + flags.replace(",", "%2C") + "&limit=1";

        Answer first = get(bank, "/banking/accounts?" + query + "&dryRun=" + "x".repeat(1000))
                .bearer(bank.tokens().forClient("back-office"))
                .send();

        assertThat(first.text("/nextPage_url"))
                .hasSizeBetween(200, 256 - "/cat2".length() - "000".length())
                .startsWith(bank.baseUrl() + "/banking/accounts?")
                .contains("allows=" + flags, "productType=" + types);
    }

    @Test
    void areLinkedByFullUrls() {
        Answer first = get(bank, "/banking/accounts?limit=5").bearer(ada).send();

        assertThat(first.text("/nextPage_url")).startsWith(bank.baseUrl() + "/banking/accounts?");
    }

    @Test
    void areEmptyForALimitOfZero() {
        assertThat(get(bank, "/banking/accounts?limit=0").bearer(ada))
                .hasStatus(200)
                .has("/count", 12)
                .lacks("/items/0")
                .lacks("/nextPage_url");
    }

    @Test
    void cannotBeReachedByTheCursorOfAnotherSandbox() {
        try (Sandbank other = Sandbank.start("apiture")) {
            Answer first = get(other, "/banking/accounts?limit=5")
                    .bearer(other.tokens().forClient("ada-batch"))
                    .send();
            String query = URI.create(first.text("/nextPage_url")).getRawQuery();

            assertThat(get(bank, "/banking/accounts?" + query).bearer(ada))
                    .hasStatus(400)
                    .wasRefused(DenialReason.INPUT_INVALID);
        }
    }

    @Test
    void cannotBeReachedByACursorThatWasTouched() {
        String next = get(bank, "/banking/accounts?limit=5").bearer(ada).send().text("/nextPage_url");
        String touched = next.replaceFirst("(start=[^&]*)[^&]{4}(&|$)", "$1AAAA$2");

        assertThat(get(bank, touched).bearer(ada)).hasStatus(400);
    }

    @Test
    void showNobodyMoreThanTheTokenMaySee() {
        String next = get(bank, "/banking/accounts?limit=3").bearer(ada).send().text("/nextPage_url");
        Answer stolen =
                get(bank, next).bearer(bank.tokens().forClient("nell-batch")).send();

        assertThat(stolen.at("/items")).isEmpty();
    }

    private List<Answer> follow(String start) {
        List<Answer> pages = new ArrayList<>();
        String url = start;
        while (!url.isEmpty()) {
            Answer page = get(bank, url).bearer(ada).send();
            assertThat(page).hasStatus(200).wasAllowed();
            pages.add(page);
            url = page.text("/nextPage_url");
        }
        return pages;
    }
}
