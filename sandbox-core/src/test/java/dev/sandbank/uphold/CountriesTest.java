package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.get;
import static dev.sandbank.testing.UpholdSeed.MALLORY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.DenialReason;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.HttpCall;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The countries of users: what the bank serves where, told to whoever has a token. */
class CountriesTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start("uphold");

    private static HttpCall ask(Sandbank bank, String path) {
        return get(bank, "/core/countries" + path).bearer(bank.tokens().forClient("no-scopes"));
    }

    @Test
    void areThoseOfTheFixtureByTheirCodes() {
        assertThat(ask(bank, "").send().each("/countries", "code")).containsExactly("BS", "GB", "KP", "LT", "PT", "US");
    }

    @Test
    void haveEveryMember() {
        assertThat(ask(bank, "/PT")).hasStatus(200).wasAllowed().hasBody("""
                {"country": {"code": "PT", "name": "Portugal", "asset": "EUR", "restrictions": [], "subdivisions": []}}
                """);
        assertThat(ask(bank, "/KP")).has("/country/restrictions/2/scope", "phone");
        assertThat(ask(bank, "/US"))
                .lacks("/country/subdivisions/0/restrictions/0")
                .has("/country/subdivisions/2/code", "US-NY")
                .has("/country/subdivisions/2/name", "New York")
                .has("/country/subdivisions/2/restrictions/0/scope", "residence");
    }

    @Test
    void areToldForUsersWhoAreBlockedToo() {
        assertThat(get(bank, "/core/countries")
                        .bearer(bank.tokens().forClient("payouts"))
                        .onBehalfOf(MALLORY))
                .hasStatus(200);
    }

    @Test
    void areUnknownWhereTheFixtureHasNone() {
        assertThat(ask(bank, "/FR"))
                .hasStatus(404)
                .has("/code", "entity_not_found")
                .has("/details/entity", "country")
                .wasRefusedAt("resource", DenialReason.RESOURCE_UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pt", "PRT", "P", "P1"})
    void haveTwoCapitals(String code) {
        assertThat(ask(bank, "/" + code)).hasStatus(400).has("/details/context", "path");
    }

    @ParameterizedTest
    @CsvSource({"FR,France,EUR", "JP,Japan,JPY", "AQ,Antarctica,USD", "QZ,QZ,USD"})
    void areAllThatThereAreWithoutAList(String code, String name, String asset) {
        try (Sandbank open = Sandbank.builder().fixtureText("""
                bank: uphold
                clients: [{id: no-scopes, secret: no-scopes-2Ts7eW, scopes: []}]
                users:
                  - {id: 0c9c9c1e-5b0d-4a55-8f7e-2f8a3f3f7b10, type: individual, email: a@example.test,
                     primaryCitizenship: PT, address: {country: GB}}
                """).start()) {
            assertThat(ask(open, "").send().each("/countries", "code")).containsExactly("GB", "PT");
            assertThat(ask(open, "/" + code)).has("/country/name", name).has("/country/asset", asset);
        }
    }

    @Test
    void areNamedByTheWorldWhereTheFixtureDoesNot() {
        try (Sandbank nameless = Sandbank.builder()
                .fixtureText("extends: uphold\ncountries: [{id: ES, subdivisions: [{code: ES-M}]}]\n")
                .start()) {
            assertThat(ask(nameless, "/ES")).hasBody("""
                    {"country": {"code": "ES", "name": "Spain", "asset": "EUR", "restrictions": [],
                     "subdivisions": [{"code": "ES-M", "name": "ES-M", "restrictions": []}]}}
                    """);
        }
    }
}
