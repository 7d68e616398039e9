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
                            "")),
            named("core.list-external-accounts", "/external-accounts", "", ""),
            named("core.get-external-account", "/external-accounts/{}", UpholdSeed.ADAS_BANK, ""),
            named("core.update-external-account", "/external-accounts/{}", UpholdSeed.ADAS_CARD, "{\"label\":\"Red\"}"),
            named("core.delete-external-account", "/external-accounts/{}", UpholdSeed.ADAS_BANK, ""),
            named("core.create-external-account", "/external-accounts", "", """
                    {"type": "bank", "asset": "USD", "network": "ach", "label": "House bank",
                     "address": {"country": "US", "subdivision": "US-OR", "city": "Portland", "line1": "9 Elm Road",
                     "postalCode": "97201"}, "routingNumber": "123006800", "accountNumber": "55010098",
                     "accountType": "savings"}"""),
            named("core.simulate-bank-deposit", "/accounts/test-helpers/bank-deposits", "", """
                    {"network": "sepa", "iban": "LT541404974597144885", "asset": "EUR", "amount": "75.50"}"""),
            named("core.simulate-crypto-deposit", "/accounts/test-helpers/crypto-deposits", "", """
                    {"network": "bitcoin", "address": "tb1qdpv69fml66c5l3tsx98nwjyt4t8aflx90ms2zl", "asset": "BTC", "amount": "0.01"}"""),
            named("core.create-file", "/files", "", "{\"category\":\"image\",\"contentType\":\"image/png\"}"),
            named("core.list-files-settings", "/files/settings", "", ""),
            named("core.get-file", "/files/{}", UpholdSeed.ADAS_PHOTO, ""),
            named("core.get-metadata", "/accounts/{}/metadata", UpholdSeed.ADAS_SPENDING, ""),
            named("core.set-metadata", "/accounts/{}/metadata", UpholdSeed.ADAS_SPENDING, "{\"tier\":\"gold\"}"),
            named(
                    "core.update-metadata",
                    "/accounts/{}/metadata",
                    UpholdSeed.ADAS_SPENDING,
                    "[{\"op\":\"add\",\"path\":\"/tier\",\"value\":\"gold\"}]"),
            named("core.delete-metadata", "/accounts/{}/metadata", UpholdSeed.ADAS_SPENDING, ""),
            named("core.create-webhook-management-link", "/webhooks/management-link", "", ""),
            named(
                    "core.get-account-deposit-method",
                    "/accounts/{}/deposit-method?type=bank&asset=EUR&network=sepa",
                    UpholdSeed.ADAS_SAVINGS,
                    ""),
            named(
                    "core.setup-account-deposit-method",
                    "/accounts/{}/deposit-method?type=bank&asset=EUR&network=sepa",
                    UpholdSeed.ADAS_GIFTS,
                    ""),
            named("core.list-countries", "/countries", "", ""),
            named("core.get-country", "/countries/GB", "", ""),
            named("core.list-networks", "/networks", "", ""),
            named("core.get-network", "/networks/bitcoin", "", ""),
            named(
                    "core.validate-network-address",
                    "/networks/bitcoin/validate-address",
                    "",
                    "{\"address\":\"bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4\"}"),
            named("core.list-rails", "/rails", "", ""),
            named("core.list-assets", "/assets", "", ""),
            named("core.get-asset", "/assets/EUR", "", ""),
            named("core.get-many-assets", "/assets/_mget", "", "{\"codes\":[\"EUR\"]}"),
            named("core.get-asset-rates", "/assets/BTC/rates?denomination=EUR", "", ""),
            named(
                    "core.get-asset-historical-rates",
                    "/assets/BTC/historical-rates?denomination=EUR&interval=one-day",
                    "",
                    ""),
            named("core.skip-assets-cooldowns", "/assets/test-helpers/skip-assets-cooldowns", "", ""),
            named("core.list-terms-of-service", "/terms-of-service", "", ""),
            named("core.get-terms-of-service", "/terms-of-service/unique-account-number-viban", "", ""),
            named("core.accept-terms-of-service", "/terms-of-service/unique-account-number-viban/accept", "", ""),
            named("core.list-capabilities", "/capabilities", "", ""),
            named("core.get-capability", "/capabilities/cards", "", ""),
            named("core.get-kyc-overview", "/kyc", "", ""),
            ofKyc("profile", "{\"input\":{\"fullName\":\"Ada Byron King\"}}"),
            ofKyc("address", "{\"input\":{\"address\":{\"line1\":\"1 Engine Street\"}}}"),
            ofKyc("email", "{\"input\":{\"email\":\"ada.king@example.test\"}}"),
            ofKyc("phone", "{\"input\":{\"phone\":\"+442079460001\",\"country\":\"GB\"}}"),
            ofKyc("identity", """
                    {"type": "document-submission", "input": {"media": [{"context": "photo-selfie", "fileId": "%s"}]}}
                    """.formatted(UpholdSeed.ADAS_PHOTO)),
            ofKyc("proof-of-address", """
                    {"type": "document-submission", "input": {"media": [{"context": "address-proof", "fileId": "%s"}]}}
                    """.formatted(UpholdSeed.ADAS_PHOTO)),
            ofKyc("customer-due-diligence", "{\"input\":{\"answers\":{\"occupation\":\"engineer\"}}}"),
            ofKyc("enhanced-due-diligence", """
                    {"input": {"media": [{"context": "source-of-funds-proof", "fileId": "%s"}]}}
                    """.formatted(UpholdSeed.ADAS_PHOTO)),
            ofKyc("crypto-risk-assessment", "{\"input\":{\"answers\":{\"volatility\":\"understood\"}}}"),
            ofKyc("self-categorization-statement", "{\"input\":{\"answers\":{\"investor\":\"restricted\"}}}"),
            ofKyc("tax-details", "{\"input\":{\"taxResidency\":{\"countries\":[\"GB\"]}}}"));

    private static Map.Entry<String, Words> ofKyc(String process, String body) {
        return named("core.update-kyc-" + process, "/kyc/processes/" + process, "", body);
    }

    /** One whose ids are UUIDs, or that names nothing. */
    private static Map.Entry<String, Words> named(String operation, String path, String good, String body) {
        return Map.entry(operation, new Words(path, good, "", good.isEmpty() ? "" : NOT_AN_ID, body));
    }

    private UpholdWords() {}
}
