package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.call;
import static dev.sandbank.testing.UpholdSeed.ADA;
import static dev.sandbank.testing.UpholdSeed.ADAS_CARD;
import static dev.sandbank.testing.UpholdSeed.ADAS_EMPTY;
import static dev.sandbank.testing.UpholdSeed.ADAS_GIFTS;
import static dev.sandbank.testing.UpholdSeed.ADAS_SPENDING;
import static dev.sandbank.testing.UpholdSeed.BRUNO;
import static dev.sandbank.testing.UpholdSeed.HARBOUR_COFFEE;
import static dev.sandbank.testing.UpholdSeed.NELL;
import static dev.sandbank.uphold.Payer.account;
import static dev.sandbank.uphold.Payer.amount;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What the bank tells, what makes it so, and what else it tells then, in this order. */
enum UpholdEvent {
    USER_CREATED(
            "user.created",
            scene -> new Onboarding(scene.bank()).create(Onboarding.INES).send(),
            "user.created"),
    USER_DELETED(
            "user.deleted",
            scene -> {
                scene.account(NELL);
                scene.payer(NELL)
                        .as(call(scene.bank(), "DELETE", "/core/users/me"))
                        .json("{\"review\":{\"reason\":\"closure-per-user-request\",\"note\":\"Asked for it\"}}")
                        .send();
            },
            "account.created",
            "user.deleted"),
    KYC_PROFILE(
            "kyc.profile.status-changed",
            scene -> {
                tell(scene, "profile", Map.of("status", "pending"));
                update(scene, "profile", "{\"input\":{\"fullName\":\"Ada King\"}}");
            },
            "kyc.profile.status-changed",
            "kyc.profile.status-changed"),
    KYC_EMAIL(
            "kyc.email.status-changed",
            scene -> {
                update(scene, "email", "{\"input\":{\"email\":\"ada.king@example.test\"}}");
                update(scene, "email", "{\"input\":{\"email\":\"ada.king@example.test\"}" + Bodies.VERIFIED);
            },
            "kyc.email.status-changed",
            "kyc.email.status-changed"),
    KYC_PHONE(
            "kyc.phone.status-changed",
            scene -> update(scene, "phone", "{\"input\":{\"phone\":\"+442079460001\",\"country\":\"GB\"}}"),
            "kyc.phone.status-changed"),
    KYC_ADDRESS(
            "kyc.address.status-changed",
            scene -> {
                tell(scene, "address", Map.of("status", "pending"));
                update(scene, "profile", "{\"input\":{\"fullName\":\"Ada King\"}}");
            },
            "kyc.address.status-changed",
            "kyc.address.status-changed"),
    KYC_IDENTITY(
            "kyc.identity.status-changed",
            scene -> update(scene, "identity", Bodies.ELECTRONIC),
            "kyc.identity.status-changed",
            "kyc.screening.status-changed",
            "kyc.risk.status-changed",
            "kyc.screening.status-changed",
            "kyc.risk.status-changed"),
    KYC_PROOF_OF_ADDRESS(
            "kyc.proof-of-address.status-changed",
            scene -> update(scene, "proof-of-address", Bodies.ELECTRONIC),
            "kyc.proof-of-address.status-changed"),
    KYC_TAX_DETAILS(
            "kyc.tax-details.status-changed",
            scene -> update(scene, "tax-details", "{\"input\":{\"taxResidency\":{\"countries\":[\"GB\"]}}}"),
            "kyc.tax-details.status-changed",
            "kyc.tax-details.status-changed"),
    KYC_CUSTOMER_DUE_DILIGENCE(
            "kyc.customer-due-diligence.status-changed",
            scene -> {
                Map<String, Object> output = Map.of("score", "low", "expiresAt", "2031-04-03T08:00:00Z");
                tell(scene, "customerDueDiligence", Map.of("status", "pending", "then", Map.of("output", output)));
                update(scene, "customer-due-diligence", Bodies.ANSWERS);
                scene.events();
                scene.pass(Duration.ofDays(31));
            },
            "kyc.customer-due-diligence.status-changed",
            "kyc.customer-due-diligence.status-changed",
            "kyc.customer-due-diligence.status-changed"),
    KYC_ENHANCED_DUE_DILIGENCE(
            "kyc.enhanced-due-diligence.status-changed",
            scene -> scene.bank().resource("users", ADA).set("/kyc/enhancedDueDiligence/status", "ok"),
            "kyc.enhanced-due-diligence.status-changed"),
    KYC_CRYPTO_RISK_ASSESSMENT(
            "kyc.crypto-risk-assessment.status-changed",
            scene -> {
                Map<String, Object> then = Map.of("status", "failed", "after", "PT10M");
                tell(scene, "cryptoRiskAssessment", Map.of("status", "pending", "then", then));
                update(scene, "crypto-risk-assessment", Bodies.ANSWERS);
                scene.pass(Duration.ofHours(5));
            },
            "kyc.crypto-risk-assessment.status-changed",
            "kyc.crypto-risk-assessment.status-changed"),
    KYC_SELF_CATEGORIZATION_STATEMENT(
            "kyc.self-categorization-statement.status-changed",
            scene -> update(scene, "self-categorization-statement", Bodies.ANSWERS),
            "kyc.self-categorization-statement.status-changed",
            "kyc.self-categorization-statement.status-changed"),
    KYC_SCREENING(
            "kyc.screening.status-changed",
            scene -> {
                scene.pass(Duration.ofSeconds(1));
                KycFile bruno = scene.file(BRUNO);
                bruno.tell("screening", Map.of("then", Map.of("status", "failed", "after", "PT10M")));
                bruno.tell("identity", Map.of("status", "pending"));
                bruno.tell("identity", Map.of("status", "ok"));
                scene.pass(Duration.ofMinutes(10));
            },
            "kyc.identity.status-changed",
            "kyc.screening.status-changed",
            "kyc.risk.status-changed",
            "kyc.identity.status-changed",
            "kyc.screening.status-changed",
            "kyc.risk.status-changed",
            "kyc.risk.status-changed",
            "kyc.screening.status-changed"),
    KYC_RISK(
            "kyc.risk.status-changed",
            scene -> tell(scene, "risk", Map.of("status", "failed")),
            "kyc.risk.status-changed"),
    KYB_ONBOARDING(
            "kyb.onboarding.status-changed",
            scene -> {
                Map<String, Object> then = Map.of("status", "failed", "after", "PT1H");
                scene.bank()
                        .resource("users", HARBOUR_COFFEE)
                        .set("onboarding", Map.of("status", "running", "then", then));
                scene.pass(Duration.ofHours(1));
            },
            "kyb.onboarding.status-changed",
            "kyb.onboarding.status-changed"),
    COOLDOWN_ENDED(
            "assets.cooldown-ended",
            scene -> {
                cooldowns(scene, "2031-03-03T10:00:00Z", "2031-03-03T11:00:00Z");
                cooldowns(scene, "2031-03-03T10:30:00Z", "2031-03-03T11:00:00Z");
                scene.pass(Duration.ofMinutes(30 + 60));
                scene.events();
                call(scene.bank(), "PUT", "/core/assets/test-helpers/skip-assets-cooldowns")
                        .bearer(scene.bank().tokens().forClient("care"))
                        .onBehalfOf(NELL)
                        .send();
            },
            "assets.cooldown-ended",
            "assets.cooldown-ended"),
    ACCOUNT_CREATED("account.created", scene -> scene.account(ADA), "account.created"),
    BALANCE_CHANGED(
            "account.balance-changed",
            scene -> scene.bank().account(ADAS_GIFTS).set("balance", "21.00"),
            "account.balance-changed"),
    ACCOUNT_ARCHIVED(
            "account.archived",
            scene -> scene.payer(ADA)
                    .as(call(scene.bank(), "DELETE", "/core/accounts/" + ADAS_EMPTY))
                    .send(),
            "account.archived"),
    ACCOUNT_UNARCHIVED(
            "account.unarchived",
            scene -> {
                scene.account(ADA);
                String data = scene.told("account.created").path("data").toString();
                scene.bank().webhooks().make("core.account.unarchived", data);
            },
            "account.created",
            "account.unarchived"),
    EXTERNAL_ACCOUNT_CREATED(
            "external-account.created", scene -> scene.card(ADA, "4000000000001018", 2099), "external-account.created"),
    EXTERNAL_ACCOUNT_STATUS_CHANGED(
            "external-account.status-changed",
            scene -> {
                scene.card(ADA, "4000000000001018", 2031);
                scene.pass(Duration.ofHours(1));
                scene.events();
                scene.pass(Duration.ofDays(304));
            },
            "external-account.created",
            "external-account.status-changed",
            "external-account.status-changed"),
    EXTERNAL_ACCOUNT_DELETED(
            "external-account.deleted",
            scene -> scene.treasury(ADA, "DELETE", "/external-accounts/" + ADAS_CARD)
                    .send(),
            "external-account.deleted"),
    TRANSACTION_CREATED(
            "transaction.created",
            scene -> commit(scene, "1.00"),
            "transaction.created",
            "account.balance-changed",
            "transaction.status-changed",
            "account.balance-changed",
            "account.balance-changed"),
    TRANSACTION_STATUS_CHANGED(
            "transaction.status-changed",
            scene -> {
                commit(scene, "13.04");
                scene.events();
                scene.pass(Duration.ofHours(1));
            },
            "transaction.created",
            "account.balance-changed",
            "transaction.status-changed",
            "transaction.status-changed",
            "account.balance-changed");

    private final String type;

    @SuppressWarnings("ImmutableEnumChecker") // a lambda of this file, which keeps nothing
    private final Consumer<EventScene> doing;

    @SuppressWarnings("ImmutableEnumChecker") // a list that nobody can change
    private final List<String> told;

    UpholdEvent(String type, Consumer<EventScene> doing, String... told) {
        this.type = type;
        this.doing = doing;
        this.told = List.of(told);
    }

    private static void tell(EventScene scene, String process, Map<String, Object> told) {
        scene.file(ADA).tell(process, told);
    }

    private static void update(EventScene scene, String process, String body) {
        assertThat(scene.file(ADA).update(process, body)).hasStatus(200);
    }

    /** Gives Nell two cool-downs. */
    private static void cooldowns(EventScene scene, String ripples, String ether) {
        scene.bank()
                .resource("users", NELL)
                .set("cooldowns", List.of(cooldown("XRP", ripples), cooldown("ETH", ether)));
    }

    private static Map<String, Object> cooldown(String asset, String end) {
        return Map.of(
                "rule",
                "financial-promotions",
                "assets",
                List.of(asset),
                "features",
                List.of("buy", "deposit"),
                "endsAt",
                end);
    }

    static void commit(EventScene scene, String amount) {
        Payer ada = scene.payer(ADA);
        SettlementScene.commit(ada, ada.quote(account(ADAS_SPENDING), account(ADAS_GIFTS), amount("EUR", amount)));
    }

    String type() {
        return type;
    }

    void make(EventScene scene) {
        doing.accept(scene);
    }

    List<String> told() {
        return told;
    }

    /** What updates of KYC send. */
    private static final class Bodies {

        static final String VERIFIED = ",\"output\":{\"verifiedAt\":\"2031-03-03T08:59:59Z\"}}";
        static final String ANSWERS = "{\"input\":{\"answers\":{\"q\":1}}}";
        static final String ELECTRONIC = """
                {"type": "electronic-verification",
                 "input": {"data": {"givenName": "Ada", "birthdate": "1990-12-10", "citizenshipCountry": "GB",
                   "address": {"country": "GB"}}},
                 "output": {"provider": "sandbank", "verifiedAt": "2031-03-03T08:00:00Z"}}""";

        private Bodies() {}
    }
}
