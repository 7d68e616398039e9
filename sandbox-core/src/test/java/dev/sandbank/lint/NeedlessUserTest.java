package dev.sandbank.lint;

import static dev.sandbank.testing.UpholdSeed.ADA;
import static dev.sandbank.testing.UpholdSeed.BRUNO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Finding;
import dev.sandbank.Finding.Severity;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.HttpCall;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls on behalf of a user. */
class NeedlessUserTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start("uphold");

    private final String token = bank.tokens().forClient("payouts");

    private void call(String method, String path, String user) {
        HttpCall.call(bank, method, path).onBehalfOf(user).bearer(token).send();
    }

    @Test
    void haveNoNeedOfOneIfAllGetTheSameAnswer() {
        call("GET", "/core/countries", ADA);
        assertThat(bank.findings()).isEmpty();

        call("GET", "/core/countries", BRUNO);

        Finding found = Clients.only(bank);
        assertThat(found.rule()).isEqualTo("on-behalf-of-without-need");
        assertThat(found.severity()).isEqualTo(Severity.INFO);
        assertThat(found.client()).isEqualTo("payouts");
        assertThat(found.calls()).containsExactly(1L, 2L);
        assertThat(found.what()).contains("core.list-countries", ADA, BRUNO);
    }

    @Test
    void haveNoNeedOfOneIfTheClientGetsTheSameAnswer() {
        HttpCall.get(bank, "/core/countries").bearer(token).send();
        call("GET", "/core/countries", ADA);

        assertThat(Clients.rules(bank)).containsExactly("on-behalf-of-without-need");
    }

    @Test
    void mustHaveNoneWhereTheBankServesClientsOnly() {
        call("POST", "/core/users", ADA);

        assertThat(Clients.rules(bank)).containsExactly("on-behalf-of-without-need");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/core/accounts?perPage=100", "/core/capabilities", "/core/countries/XX"})
    void needOneIfTheBankServesUsersOnlyOrRefuses(String path) {
        call("GET", path, ADA);
        call("GET", path, BRUNO);

        assertThat(bank.findings()).isEmpty();
    }

    @Test
    void areNotThoseByTheClientItself() {
        HttpCall.get(bank, "/core/countries").bearer(token).send();
        HttpCall.get(bank, "/core/countries").bearer(token).send();

        assertThat(bank.findings()).isEmpty();
    }
}
