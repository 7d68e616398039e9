package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.get;
import static dev.sandbank.uphold.PortfolioScene.BLOCKED;
import static dev.sandbank.uphold.PortfolioScene.INES;
import static dev.sandbank.uphold.PortfolioScene.NEWCOMER;
import static dev.sandbank.uphold.PortfolioScene.SHOP;
import static dev.sandbank.uphold.PortfolioScene.look;

import dev.sandbank.Sandbank;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** {@code core.get-portfolio-overview}: what a user holds of each asset, and what that is worth. */
class PortfolioOverviewTest {

    private static final String PORTFOLIO = "/core/portfolio";

    @AutoClose
    private final Sandbank bank = PortfolioScene.start();

    @Test
    void isOfAllAccounts() {
        assertThat(look(bank, INES, PORTFOLIO)).hasStatus(200).wasAllowed().hasBody("""
                {"summary": {"total": "30374.00", "available": "30363.00"},
                 "holdings": [
                  {"asset": "BTC", "total": "30000.00", "available": "30000.00"},
                  {"asset": "EUR", "total": "374.00", "available": "363.00"}]}
                """);
    }

    @Test
    void isInTheAssetThatIsAskedForWithTheAmountsThemselves() {
        assertThat(look(bank, INES, PORTFOLIO + "?denomination=EUR&includeBase=true"))
                .hasBody("""
                {"summary": {"total": "27612.73", "available": "27602.73"},
                 "holdings": [
                  {"asset": "BTC", "total": "27272.73", "available": "27272.73", "baseTotal": "0.5", "baseAvailable": "0.5"},
                  {"asset": "EUR", "total": "340.00", "available": "330.00", "baseTotal": "340.00", "baseAvailable": "330.00"}]}
                """);
    }

    @Test
    void isOfNothingWhereThereIsNothing() {
        assertThat(look(bank, NEWCOMER, PORTFOLIO))
                .hasStatus(200)
                .hasBody("{\"summary\":{\"total\":\"0\",\"available\":\"0\"},\"holdings\":[]}");
    }

    @Test
    void isForBusinessesAndTheBlockedToo() {
        assertThat(look(bank, SHOP, PORTFOLIO)).has("/summary/total", "11.00");
        assertThat(look(bank, BLOCKED, PORTFOLIO)).hasStatus(200);
    }

    @Test
    void wantsAnAssetThatThereIs() {
        assertThat(look(bank, INES, PORTFOLIO + "?denomination=DOGE"))
                .hasStatus(404)
                .has("/code", "entity_not_found")
                .hasMembersOnly("/details", "context", "property", "entity")
                .has("/details/context", "query")
                .has("/details/property", "denomination")
                .has("/details/entity", "asset");
    }

    @Test
    void wantsARateOfAllThatTheUserHas() {
        assertThat(look(bank, INES, PORTFOLIO + "?denomination=XLM"))
                .hasStatus(409)
                .has("/code", "asset_not_supported")
                .hasMembersOnly("/details", "context", "property")
                .has("/details/context", "query")
                .has("/details/property", "denomination");
    }

    @Test
    void takesTrueOrFalse() {
        assertThat(look(bank, INES, PORTFOLIO + "?includeBase=perhaps"))
                .hasStatus(400)
                .has("/details/context", "query")
                .has("/details/violations/0/property", "includeBase");
    }

    @Test
    void hasAScopeOfItsOwn() {
        assertThat(new Payer(bank, INES, "actor").as(get(bank, PORTFOLIO)))
                .hasStatus(403)
                .has("/details/security/0/schemeScopes/0", "core.portfolio:read");
    }
}
