package dev.sandbank.journal;

import static dev.sandbank.DenialReason.ACTING_SUBJECT_UNKNOWN;
import static dev.sandbank.DenialReason.INVALID_CLIENT;
import static dev.sandbank.DenialReason.SCOPE_MISSING;
import static dev.sandbank.DenialReason.SUBJECT_BLOCKED;
import static dev.sandbank.DenialReason.TOKEN_EXPIRED;
import static dev.sandbank.DenialReason.TOKEN_UNKNOWN;
import static dev.sandbank.testing.HttpCall.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sandbank.Exchange;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.HttpCall;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A test that expects a denial does not pass because nothing happened, or something else. */
class ExpectedDenialTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start("apiture");

    @AutoClose
    private final Sandbank uphold = Sandbank.start("uphold");

    @Test
    void isTheCallThatWasDenied() {
        String token = bank.tokens().forClient("ada-batch");
        bank.tokens().expire(token);

        Exchange denied = bank.expectDenial(
                TOKEN_EXPIRED,
                () -> get(bank, "/banking/accounts").bearer(token).send());

        assertThat(denied.decision().refusal()).isEqualTo(TOKEN_EXPIRED);
        assertThat(denied.status()).isEqualTo(401);
        assertThat(denied.target()).isEqualTo("/banking/accounts");
    }

    @Test
    void isFoundAmongOtherCalls() {
        Exchange denied = bank.expectDenial(SCOPE_MISSING, () -> {
            list("ada-batch");
            list("money-mover");
            get(bank, "/nowhere").send();
        });

        assertThat(denied.number()).isEqualTo(2);
    }

    @Test
    void isNotOneOfBefore() {
        list("money-mover");

        assertThatThrownBy(() -> bank.expectDenial(SCOPE_MISSING, () -> {}))
                .isInstanceOf(AssertionError.class)
                .hasMessage("Expected a denial for scope-missing, but no call reached the sandbox");
    }

    @Test
    void isFoundThoughTheJournalStartsAnew() {
        list("ada-batch");

        Exchange denied = bank.expectDenial(SCOPE_MISSING, () -> {
            bank.reset();
            list("money-mover");
        });

        assertThat(denied.number()).isEqualTo(1);
    }

    @Test
    void mayMakeTheCodeUnderTestThrow() {
        Exchange denied = bank.expectDenial(SCOPE_MISSING, () -> {
            list("money-mover");
            throw new IOException("403 from the bank");
        });

        assertThat(denied.status()).isEqualTo(403);
    }

    @Test
    void tellsWhatTheActionThrew() {
        IOException own = new IOException("403 from the bank");

        IOException thrown = bank.expectDenial(SCOPE_MISSING, IOException.class, () -> {
            list("money-mover");
            throw own;
        });

        assertThat(thrown).isSameAs(own);
    }

    @Test
    void isMissedIfTheActionThrowsSomethingElse() {
        assertThatThrownBy(() -> bank.expectDenial(SCOPE_MISSING, IOException.class, () -> list("money-mover")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("answered with java.io.IOException, but the action threw nothing");
    }

    @Test
    void doesNotHideABug() {
        assertThatThrownBy(() -> bank.expectDenial(SCOPE_MISSING, () -> {
                    list("money-mover");
                    throw new NullPointerException("a bug");
                }))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("a bug");
    }

    @Test
    void isNotThatOfAnotherOperation() {
        assertThatThrownBy(() -> bank.expectDenial(SCOPE_MISSING, "createTransfer", () -> list("money-mover")))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith(
                        "Expected a denial for scope-missing of createTransfer, but it was for scope-missing of listAccounts");
    }

    @Test
    void isWorthNothingIfSomethingIsDoneAllTheSame() {
        String token = uphold.tokens().forClient("ada-only");

        assertThatThrownBy(() -> uphold.expectDenial(TOKEN_UNKNOWN, () -> {
                    openAccount("never-issued");
                    openAccount(token);
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith(
                        "The sandbox denied a call for token-unknown, but it also allowed a call that writes")
                .hasMessageContaining("besides(\"core.create-account\")");
    }

    @Test
    void letsBeDoneWhatTheTestSays() {
        String token = uphold.tokens().forClient("ada-only");

        Exchange denied = uphold.expectDenial(TOKEN_UNKNOWN)
                .besides("core.create-account")
                .during(() -> {
                    openAccount(token);
                    openAccount("never-issued");
                });

        assertThat(denied.number()).isEqualTo(2);
    }

    @Test
    void isNotThatOfAnotherTest() {
        bank.journal().beginTest("this");
        String token = bank.tokens().forClient("money-mover");

        assertThatThrownBy(() -> bank.expectDenial(SCOPE_MISSING, () -> {
                    CompletableFuture.runAsync(() -> bank.journal().beginTest("other"))
                            .join();
                    get(bank, "/banking/accounts")
                            .bearer(token)
                            .header("Sandbank-Test", "other")
                            .send();
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no call reached the sandbox");
    }

    private void openAccount(String token) {
        HttpCall.post(uphold, "/core/accounts")
                .bearer(token)
                .json("{\"label\": \"Rent\", \"asset\": \"EUR\"}")
                .send();
    }

    @Test
    void doesNotHideWhatATestItselfAsserts() {
        AssertionError own = new AssertionError("the test's own");

        assertThatThrownBy(() -> bank.expectDenial(SCOPE_MISSING, () -> {
                    list("money-mover");
                    throw own;
                }))
                .isSameAs(own);
    }

    @Test
    void isMissedIfAllWasAllowed() {
        assertThatThrownBy(() -> bank.expectDenial(TOKEN_EXPIRED, () -> list("ada-batch")))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("""
                        Expected a denial for token-expired, but nothing was denied: the only call was allowed

                        #1 GET /banking/accounts -> 200, listAccounts by client ada-batch for user ada
                           token        ✓ pass    token of client ada-batch for user ada
                           route        ✓ pass""");
    }

    @Test
    void isToldFromADenialForAnotherReason() {
        assertThatThrownBy(() -> bank.expectDenial(TOKEN_EXPIRED, () -> {
                    list("ada-batch");
                    list("money-mover");
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("Expected a denial for token-expired, but it was for scope-missing\n\n#2 GET ")
                .hasMessageContaining("   scope        ✗ refuse  needs banking/read, token holds moneyMovement/write")
                .hasMessageNotContaining("#1");
    }

    @Test
    void isNotMetByWhatTheActionThrows() {
        IOException own = new IOException("no network");

        AssertionError error = catchThrowableOfType(
                AssertionError.class,
                () -> bank.expectDenial(SUBJECT_BLOCKED, () -> {
                    throw own;
                }));

        assertThat(error).hasCause(own).hasMessage("""
                        Expected a denial for subject-blocked, but no call reached the sandbox
                        The action itself threw java.io.IOException, the cause of this error""");
    }

    @Test
    void wondersWhetherAReasonIsMisspelt() {
        assertThatThrownBy(() -> bank.expectDenial("scope-mising", () -> list("money-mover")))
                .hasMessageContaining("""
                        but it was for scope-missing
                        By the way: there is no denial reason "scope-mising", did you mean "scope-missing"?
                        """);
    }

    @Test
    void wondersWhetherAClientIsMisspelt() {
        assertThatThrownBy(() -> bank.expectDenial(SCOPE_MISSING, () -> askForToken("ledger-raeder", "banking/read")))
                .hasMessageContaining("but it was for " + INVALID_CLIENT)
                .hasMessageContaining("there is no client \"ledger-raeder\", did you mean \"ledger-reader\"?");
    }

    @Test
    void wondersWhetherAScopeIsMisspelt() {
        assertThatThrownBy(() -> bank.expectDenial(SCOPE_MISSING, () -> askForToken("ledger-reader", "banking/raed")))
                .hasMessageContaining("there is no scope \"banking/raed\", did you mean \"banking/read\"?");
    }

    @Test
    void wondersWhetherAUserIsMisspelt() {
        try (Sandbank uphold = Sandbank.start("uphold")) {
            String token = uphold.tokens().forClient("payouts");

            assertThatThrownBy(() -> uphold.expectDenial(
                            SUBJECT_BLOCKED,
                            () -> get(uphold, "/core/accounts")
                                    .bearer(token)
                                    .onBehalfOf("0c9c9c1e-5b0d-4a55-8f7e-2f8a3f3f7b11")
                                    .send()))
                    .hasMessageContaining("but it was for " + ACTING_SUBJECT_UNKNOWN)
                    .hasMessageContaining("there is no user \"0c9c9c1e-5b0d-4a55-8f7e-2f8a3f3f7b11\","
                            + " did you mean \"0c9c9c1e-5b0d-4a55-8f7e-2f8a3f3f7b10\"?");
        }
    }

    @Test
    void showsNoSecret() {
        assertThatThrownBy(() -> bank.expectDenial(SCOPE_MISSING, () -> {
                    get(bank, "/banking/accounts?access_token=A1B2C3D4E5F6A7B8")
                            .bearer("F9E8D7C6B5A4F9E8")
                            .send();
                    askForToken("ledger-reader", "none");
                }))
                .hasMessageContaining("access_token=A1B2…")
                .hasMessageNotContaining("A1B2C3")
                .hasMessageNotContaining("F9E8D7")
                .hasMessageNotContaining("ledger-reader-7Qm2xV");
    }

    private void list(String client) {
        get(bank, "/banking/accounts").bearer(bank.tokens().forClient(client)).send();
    }

    private void askForToken(String client, String scope) {
        HttpCall.tokenRequest(bank, "grant_type", "client_credentials", "scope", scope)
                .basic(client + ":ledger-reader-7Qm2xV")
                .send();
    }
}
