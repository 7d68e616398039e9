package dev.sandbank.junit.assertions;

import static dev.sandbank.DenialReason.ENTITLEMENT_MISSING;
import static dev.sandbank.DenialReason.SCOPE_MISSING;
import static dev.sandbank.DenialReason.SUBJECT_BLOCKED;
import static dev.sandbank.DenialReason.TOKEN_EXPIRED;
import static dev.sandbank.junit.SandbankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.Exchange;
import dev.sandbank.Sandbank;
import dev.sandbank.junit.WithSandbank;
import dev.sandbank.junit.kit.Caller;
import org.junit.jupiter.api.Test;

@WithSandbank("apiture")
class LastCallTest {

    @Test
    void wasAllowed(Sandbank bank) {
        new Caller(bank).listAccounts("ada-batch");

        assertThat(bank)
                .lastCall()
                .wasAllowed()
                .withStatus(200)
                .wasTo("listAccounts")
                .wasBy("ada-batch")
                .wasForUser("ada");
    }

    @Test
    void wasRefusedForAReason(Sandbank bank) {
        new Caller(bank).listAccounts("money-mover");

        assertThat(bank)
                .lastCall()
                .wasRefused()
                .wasRefused(SCOPE_MISSING)
                .atGate("scope")
                .naming("banking/read")
                .withStatus(403);
    }

    @Test
    @WithSandbank("uphold")
    void wasForAUserOfAnyType(Sandbank bank) {
        bank.user("0c9c9c1e-5b0d-4a55-8f7e-2f8a3f3f7b10").block();
        new Caller(bank).openAccount("payouts", "0c9c9c1e-5b0d-4a55-8f7e-2f8a3f3f7b10");

        assertThat(bank)
                .lastCall()
                .wasRefused(SUBJECT_BLOCKED)
                .withStatus(409)
                .wasForUser("0c9c9c1e-5b0d-4a55-8f7e-2f8a3f3f7b10");
    }

    @Test
    void namesWhatIsMissingAndWhereButNotWhatIsHeld(Sandbank bank) {
        new Caller(bank).getAccount("bob-batch", "acct-4f81c0");
        CallAssert refused = assertThat(bank).lastCall().wasRefused(ENTITLEMENT_MISSING);

        refused.naming("view").naming("acct-4f81c0");
        assertThatThrownBy(() -> refused.naming("transferTo"))
                .hasMessageStartingWith(
                        "Expected the last call to be refused as entitlement-missing, naming transferTo,"
                                + " but it is not\n")
                .hasMessageContaining("\n   it is naming view, not naming transferTo\n");
        assertThatThrownBy(() -> refused.naming("acct")).isInstanceOf(AssertionError.class);
    }

    @Test
    void isToldGateByGateIfItIsAnother(Sandbank bank) {
        new Caller(bank).listAccounts("money-mover");

        assertThatThrownBy(() -> assertThat(bank).lastCall().wasRefused(SUBJECT_BLOCKED))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expected the last call to be refused as subject-blocked, but it is not

                        #1 GET /banking/accounts -> 403, listAccounts by client money-mover
                           it is refused as scope-missing, not refused as subject-blocked
                           token        ✓ pass    token of client money-mover
                           route        ✓ pass    listAccounts
                           scope        ✗ refuse  needs banking/read, token holds moneyMovement/write""");
    }

    @Test
    void isToldWithAnEarlierOneThatFits(Sandbank bank) {
        new Caller(bank).listAccounts("money-mover");
        new Caller(bank).listAccounts("ada-batch");

        assertThatThrownBy(() -> assertThat(bank).lastCall().wasRefused(SCOPE_MISSING))
                .hasMessageContaining("\n   it is allowed, not refused as scope-missing\n")
                .hasMessageContaining("\n\nAn earlier call was:\n\n#1 GET /banking/accounts -> 403, ");
    }

    @Test
    void isToldWithWhatWasProbablyMeant(Sandbank bank) {
        new Caller(bank).listAccounts("money-mover");

        assertThatThrownBy(() -> assertThat(bank).lastCall().wasRefused("scope_missing"))
                .hasMessageContaining("\nBy the way: there is no denial reason \"scope_missing\","
                        + " did you mean \"scope-missing\"?\n");
    }

    @Test
    void isMissedIfThereIsNone(Sandbank bank) {
        assertThatThrownBy(() -> assertThat(bank).lastCall())
                .isInstanceOf(AssertionError.class)
                .hasMessage("Expected a call, but there is none\nNo call has reached the sandbox.");
    }

    @Test
    void isTheOneThatADenialWasExpectedOf(Sandbank bank) {
        String token = bank.tokens().forClient("ada-batch");
        bank.tokens().expire(token);

        Exchange denied = bank.expectDenial(TOKEN_EXPIRED, () -> new Caller(bank).get("listAccounts", token));

        assertThat(denied).withStatus(401).wasTo("listAccounts");
        assertThatThrownBy(() -> assertThat(denied).withStatus(403))
                .hasMessageStartingWith("Expected this call to be with status 403, but it is not\n\n#1 GET ")
                .hasMessageContaining("\n   it is with status 401, not with status 403\n");
    }

    @Test
    void keepsWhatATestSaysOfIt(Sandbank bank) {
        new Caller(bank).listAccounts("ada-batch");

        assertThatThrownBy(() -> assertThat(bank)
                        .as("the nightly job")
                        .lastCall()
                        .withStatus(200)
                        .wasRefused())
                .hasMessageStartingWith("[the nightly job] Expected the last call to be with status 200, refused, but");
    }
}
