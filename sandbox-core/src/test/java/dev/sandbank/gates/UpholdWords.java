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
                    new Words("/accounts/{}/transactions", UpholdSeed.ADAS_SPENDING, "", NOT_AN_ID, "")));

    private UpholdWords() {}
}
