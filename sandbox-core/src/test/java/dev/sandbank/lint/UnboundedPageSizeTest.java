package dev.sandbank.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Finding;
import dev.sandbank.Finding.Severity;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.BuiltIn;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.UpholdSeed;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Clients that read a list of more entries than a page has. */
class UnboundedPageSizeTest {

    /** A list of 150 entries at each bank, and how to go through it. */
    private enum LongList {
        APITURE(
                BuiltIn.APITURE,
                "listTransactions",
                "/banking/accounts/acct-4f81c0/transactions",
                "limit",
                "transactions",
                "{id: \"txn-many-${n}\", account: acct-4f81c0, amount: \"-1.00\", daysAgo: 1}"),
        UPHOLD(
                BuiltIn.UPHOLD,
                "core.list-accounts",
                "/core/accounts",
                "perPage",
                "accounts",
                "{id: \"${uuid}\", owner: " + UpholdSeed.ADA + ", label: many, asset: GBP, balance: \"1.00\"}");

        private final BuiltIn built;
        private final String operation;
        private final String path;
        private final String size;
        private final String fixture;

        LongList(BuiltIn built, String operation, String path, String size, String collection, String entry) {
            this.built = built;
            this.operation = operation;
            this.path = path;
            this.size = size;
            this.fixture = "extends: " + built.fixture() + "\nrepeat:\n  - {list: " + collection
                    + ", count: 150, entry: " + entry + "}\n";
        }

        Sandbank start() {
            return Sandbank.builder().fixtureText(fixture).start();
        }

        String read(Sandbank bank, String token, String query) {
            return readAs(UpholdSeed.ADA, bank, token, query);
        }

        String readAs(String user, Sandbank bank, String token, String query) {
            return HttpCall.get(bank, path + query)
                    .onBehalfOf(user)
                    .bearer(token)
                    .send()
                    .body();
        }

        String token(Sandbank bank) {
            return bank.tokens().forClient(built.client().id());
        }
    }

    @ParameterizedTest
    @EnumSource
    void areFoundIfTheyReadTheFirstPageOnly(LongList list) {
        try (Sandbank bank = list.start()) {
            list.read(bank, list.token(bank), "");

            Finding found = Clients.only(bank);
            assertThat(found.rule()).isEqualTo("unbounded-page-size");
            assertThat(found.severity()).isEqualTo(Severity.INFO);
            assertThat(found.calls()).containsExactly(1L);
            assertThat(found.what())
                    .isEqualTo("it read " + list.operation + " without " + list.size
                            + ", and never asked for the entries after the first page");
        }
    }

    @ParameterizedTest
    @EnumSource
    void maySayHowManyTheyWant(LongList list) {
        try (Sandbank bank = list.start()) {
            list.read(bank, list.token(bank), "?" + list.size + "=5");

            assertThat(bank.findings()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void mayGoOnByTheBanksOwnSize(LongList list) {
        try (Sandbank bank = list.start()) {
            String token = list.token(bank);
            String first = list.read(bank, token, "");
            String next = list == LongList.UPHOLD
                    ? "?page=2"
                    : first.replaceAll("(?s).*\"nextPage_url\":\"[^?]*([^\"]*)\".*", "$1");
            list.read(bank, token, next);

            assertThat(bank.findings()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void mayReadWhatFitsOnAPage(LongList list) {
        try (Sandbank bank = list.built.start()) {
            list.readAs(UpholdSeed.BRUNO, bank, list.token(bank), "");

            assertThat(bank.findings()).isEmpty();
        }
    }
}
