package dev.sandbank.apiture;

import static dev.sandbank.apiture.TransferDesk.TODAY;
import static dev.sandbank.apiture.TransferDesk.TOMORROW;
import static dev.sandbank.apiture.TransferDesk.body;
import static dev.sandbank.testing.ApitureSeed.ADA_BATCH;
import static dev.sandbank.testing.ApitureSeed.BOB_BATCH;
import static dev.sandbank.testing.ApitureSeed.CAROL_BATCH;
import static dev.sandbank.testing.ApitureSeed.EXTERNAL;
import static dev.sandbank.testing.ApitureSeed.PAYROLL;
import static dev.sandbank.testing.ApitureSeed.RAINY_DAY;
import static dev.sandbank.testing.ApitureSeed.SAVER;
import static dev.sandbank.testing.ApitureSeed.VENDORS;
import static dev.sandbank.testing.BankAssertions.assertThat;

import dev.sandbank.testing.Answer;
import dev.sandbank.testing.App;
import dev.sandbank.testing.Browser;
import dev.sandbank.testing.CodeFlow;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.Person;
import java.util.List;
import java.util.function.Consumer;

/** The events that the bank's operations, its clock and the controls make. */
enum ApitureEvent {
    LOGGED_IN("userLoggedIn", desk -> signIn(desk, Person.ADA), "userLoggedIn"),
    LOGIN_FAILED("userLoginFailed", desk -> signIn(desk, new Person("ada", "wrong")), "userLoginFailed"),
    PASSWORD_UPDATED(
            "passwordUpdated", desk -> desk.bank().user("ada").setPassword("correct horse 2"), "passwordUpdated"),
    CHALLENGE_INITIATED(
            "identityChallengeInitiated",
            desk -> assertThat(outside(desk, "")).hasStatus(401),
            "identityChallengeInitiated"),
    CHALLENGE_SUCCEEDED(
            "identityChallengeSucceeded",
            desk -> assertThat(outside(desk, "proof-of-ada")).hasStatus(201),
            "identityChallengeSucceeded",
            "transferScheduled"),
    CHALLENGE_FAILED(
            "identityChallengeFailed",
            desk -> assertThat(outside(desk, "not-a-proof")).hasStatus(401),
            "identityChallengeFailed"),
    TRANSFER_SCHEDULED("transferScheduled", desk -> desk.created(body("5.00", TOMORROW)), "transferScheduled"),
    NEXT_TRANSFER_SCHEDULED(
            "transferScheduled",
            desk -> {
                desk.created(body("5.00", SAVER, RAINY_DAY, """
                        {"frequency": "daily", "scheduledOn": "%s", "recurrenceType": "fixed"}""".formatted(TODAY)));
                desk.list("").send();
            },
            "transferScheduled",
            "transferScheduled",
            "transferProcessed"),
    TRANSFER_UPDATED(
            "transferUpdated",
            desk -> {
                assertThat(desk.patch("xfer-someday", "{\"amount\": \"76.00\"}"))
                        .hasStatus(200);
                assertThat(desk.patch("xfer-someday", "{\"amount\": \"76.00\"}"))
                        .hasStatus(200);
            },
            "transferUpdated"),
    TRANSFER_CANCELED(
            "transferCanceled", desk -> assertThat(desk.delete("xfer-someday")).hasStatus(204), "transferCanceled"),
    TRANSFER_PROCESSED(
            "transferProcessed",
            desk -> {
                desk.created(body("5.00", TOMORROW));
                desk.pass("PT16H");
                desk.list("").send();
            },
            "transferScheduled",
            "transferProcessed"),
    TRANSFER_FAILED(
            "transferFailed",
            desk -> {
                desk.created(body("5.00", TOMORROW));
                desk.bank().user("ada").block();
                desk.pass("PT16H");
            },
            "transferScheduled",
            "transferFailed"),
    OVERDRAFT_ACCOUNTS_UPDATED(
            "overdraftAccountsUpdated",
            desk -> protect(desk, "acct-c3071e", "acct-9b22d7"),
            "overdraftAccountsUpdated"),
    JOINT_OWNER_INVITED(
            "jointOwnerInvited",
            desk -> assertThat(desk.as(ADA_BATCH, "POST", "/accounts/acct-2e90b6/jointOwnerInvitations")
                            .json("""
                            {"firstName": "Noor", "lastName": "Haddad", "identification": "4821",
                             "emailAddress": "noor@example.test", "sharedSecret": "seven quiet lanterns"}"""))
                    .hasStatus(200),
            "jointOwnerInvited"),
    BATCH_APPROVED(
            "paymentBatchApproved", desk -> batch(desk, CAROL_BATCH, PAYROLL, "approve"), "paymentBatchApproved"),
    BATCH_SUBMITTED(
            "paymentBatchSubmitted", desk -> batch(desk, BOB_BATCH, VENDORS, "submit"), "paymentBatchSubmitted"),
    BATCH_UPDATED(
            "paymentBatchUpdated",
            desk -> assertThat(desk.as(BOB_BATCH, "PATCH", "/paymentBatches/" + PAYROLL)
                            .json("{\"name\": \"Payroll of March\"}"))
                    .hasStatus(200),
            "paymentBatchUpdated"),
    BATCH_DELETED(
            "paymentBatchDeleted",
            desk -> assertThat(desk.as(BOB_BATCH, "DELETE", "/paymentBatches/" + VENDORS))
                    .hasStatus(204),
            "paymentBatchDeleted"),
    PROFILE_UPDATED(
            "profileUpdated",
            desk -> assertThat(desk.as(ADA_BATCH, "PATCH", "/profile")
                            .json("{\"preferredName\": \"Enchantress\", \"phoneNumber\": null}"))
                    .hasStatus(200),
            "profileUpdated");

    private final String type;

    @SuppressWarnings("ImmutableEnumChecker") // a lambda of this file, which keeps nothing
    private final Consumer<TransferDesk> doing;

    @SuppressWarnings("ImmutableEnumChecker") // a list that nobody can change
    private final List<String> told;

    ApitureEvent(String type, Consumer<TransferDesk> doing, String... told) {
        this.type = type;
        this.doing = doing;
        this.told = List.of(told);
    }

    static void signIn(TransferDesk desk, Person person) {
        CodeFlow.of(desk.bank(), App.PORTAL).start(new Browser(desk.bank())).signIn(person);
    }

    /** Moves money to another institution, which needs a proof of identity. */
    static Answer outside(TransferDesk desk, String proof) {
        HttpCall call = desk.create(
                ADA_BATCH,
                body("5.00", SAVER, EXTERNAL, "{\"frequency\":\"once\",\"scheduledOn\":\"" + TOMORROW + "\"}"));
        return (proof.isEmpty() ? call : call.header("Challenge", proof)).send();
    }

    static void protect(TransferDesk desk, String... accounts) {
        String ids = String.join("\"}, {\"id\": \"", accounts);
        assertThat(desk.as(ADA_BATCH, "PATCH", "/accounts/acct-7d1a40/overdraftProtection")
                        .json("{\"accounts\": [{\"id\": \"" + ids + "\"}]}"))
                .hasStatus(200);
    }

    private static void batch(TransferDesk desk, String client, String batch, String action) {
        assertThat(desk.as(client, "POST", "/paymentBatches/" + batch + "/" + action))
                .hasStatus(200);
    }

    String type() {
        return type;
    }

    void make(TransferDesk desk) {
        doing.accept(desk);
    }

    List<String> told() {
        return told;
    }
}
