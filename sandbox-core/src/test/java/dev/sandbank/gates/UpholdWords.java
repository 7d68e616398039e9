package dev.sandbank.gates;

import dev.sandbank.gates.Sample.Words;
import dev.sandbank.testing.UpholdSeed;
import java.util.Map;

/** A good call of each operation of Uphold. */
final class UpholdWords {

    private static final String NOT_AN_ID = "not-a-uuid";

    static final Map<String, Words> ALL = Map.ofEntries(
            Map.entry("core.create-user", new Words("/users", "", "", "", """
                            {"type": "individual", "email": "ines@example.test", "termsOfService": "general-pt-bop",
                             "primaryCitizenship": "PT", "address": {"country": "PT"}}""")),
            Map.entry("core.get-user", new Words("/users/me", "", "", "", "")),
            Map.entry(
                    "core.delete-user",
                    new Words("/users/me", "", "", "", "{\"review\":{\"reason\":\"business-decision\"}}")),
            Map.entry("core.list-accounts", new Words("/accounts", "", "", "?perPage=0", "")),
            Map.entry("core.list-default-accounts", new Words("/accounts/defaults", "", "", "?asset=EUR,EUR", "")),
            Map.entry("core.get-account", new Words("/accounts/{}", UpholdSeed.ADAS_SPENDING, "", NOT_AN_ID, "")),
            Map.entry(
                    "core.create-account",
                    new Words("/accounts", "", "", "", "{\"label\":\"Rainy day\",\"asset\":\"EUR\"}")),
            Map.entry(
                    "core.update-account",
                    new Words("/accounts/{}", UpholdSeed.ADAS_SPENDING, "", NOT_AN_ID, "{\"label\":\"Rent\"}")),
            Map.entry("core.archive-account", new Words("/accounts/{}", UpholdSeed.ADAS_EMPTY, "", NOT_AN_ID, "")),
            Map.entry(
                    "core.create-quote",
                    new Words("/transactions/quote", UpholdSeed.ADAS_SPENDING, "", NOT_AN_ID, """
                            {"origin": {"type": "account", "id": "{}"},
                             "destination": {"type": "account", "id": "%s"},
                             "denomination": {"asset": "EUR", "amount": "10.00"}}""".formatted(
                                    UpholdSeed.ADAS_BITCOIN))),
            Map.entry(
                    "core.create-transaction",
                    new Words("/transactions", UpholdSeed.ADAS_QUOTE, "", NOT_AN_ID, "{\"quoteId\":\"{}\"}")),
            Map.entry("core.list-transactions", new Words("/transactions", "", "", "?perPage=101", "")),
            Map.entry("core.get-transaction", new Words("/transactions/{}", UpholdSeed.ADAS_TRADE, "", NOT_AN_ID, "")),
            Map.entry(
                    "core.list-account-transactions",
                    new Words("/accounts/{}/transactions", UpholdSeed.ADAS_SPENDING, "", NOT_AN_ID, "")),
            Map.entry(
                    "core.list-transaction-requests-for-information",
                    new Words("/transactions/{}/requests-for-information", UpholdSeed.ADAS_HELD, "", NOT_AN_ID, "")),
            Map.entry(
                    "core.get-transaction-request-for-information",
                    new Words(
                            "/transactions/" + UpholdSeed.ADAS_HELD + "/requests-for-information/{}",
                            UpholdSeed.ADAS_REQUEST,
                            "",
                            NOT_AN_ID,
                            "")),
            Map.entry(
                    "core.update-transaction-request-for-information",
                    new Words(
                            "/transactions/" + UpholdSeed.ADAS_HELD + "/requests-for-information/{}",
                            UpholdSeed.ADAS_REQUEST,
                            "",
                            NOT_AN_ID,
                            "{\"data\":{\"ownWallet\":true}}")),
            Map.entry("core.get-portfolio-overview", new Words("/portfolio", "", "", "?includeBase=perhaps", "")),
            Map.entry(
                    "core.get-portfolio-performance",
                    new Words("/portfolio/performance", "", "", "?interval=ever", "")),
            Map.entry(
                    "core.get-portfolio-historical-balance",
                    new Words("/portfolio/historical-balance", "", "", "?interval=ever", "")),
            Map.entry(
                    "core.get-portfolio-asset-performance",
                    new Words("/portfolio/assets/{}/performance", "EUR", "", "?interval=ever", "")),
            Map.entry(
                    "core.get-portfolio-many-assets-performance",
                    new Words(
                            "/portfolio/assets/_mget/performance", "", "", "?interval=ever", "{\"codes\":[\"EUR\"]}")),
            Map.entry(
                    "core.get-portfolio-asset-historical-balance",
                    new Words("/portfolio/assets/{}/historical-balance", "EUR", "", "?interval=ever", "")),
            Map.entry(
                    "core.get-portfolio-account-performance",
                    new Words("/portfolio/accounts/{}/performance", UpholdSeed.ADAS_SPENDING, "", NOT_AN_ID, "")),
            Map.entry(
                    "core.get-portfolio-many-accounts-performance",
                    new Words(
                            "/portfolio/accounts/_mget/performance",
                            "",
                            "",
                            "?interval=ever",
                            "{\"ids\":[\"" + UpholdSeed.ADAS_SPENDING + "\"]}")),
            Map.entry(
                    "core.get-portfolio-account-historical-balance",
                    new Words(
                            "/portfolio/accounts/{}/historical-balance", UpholdSeed.ADAS_SPENDING, "", NOT_AN_ID, "")),
            Map.entry(
                    "core.get-portfolio-statement",
                    new Words(
                            "/statements/portfolio?period=one-month&year=2025&month=11",
                            "",
                            "",
                            "?includeBase=x&month=13",
                            "")),
            Map.entry(
                    "core.get-transactions-statement",
                    new Words(
                            "/statements/transactions?period=one-month&year=2025&month=11",
                            "",
                            "",
                            "?perPage=101",
                            "")));

    private UpholdWords() {}
}
