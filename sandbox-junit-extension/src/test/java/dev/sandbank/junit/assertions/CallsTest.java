package dev.sandbank.junit.assertions;

import static dev.sandbank.DenialReason.ENTITLEMENT_MISSING;
import static dev.sandbank.DenialReason.SCOPE_MISSING;
import static dev.sandbank.junit.SandbankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.WithSandbank;
import dev.sandbank.junit.kit.Caller;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@WithSandbank("apiture")
class CallsTest {

    @Test
    void areThoseToAnOperationByAClientForAUser(Sandbank bank) {
        Caller caller = new Caller(bank);
        caller.listAccounts("ada-batch");
        caller.getAccount("ada-batch", "acct-4f81c0");
        caller.getAccount("bob-batch", "acct-4f81c0");

        assertThat(bank).calls().hasSize(3);
        assertThat(bank).calls().to("getAccount").hasSize(2);
        assertThat(bank).calls().by("ada-batch").hasSize(2).wereAllowed().withStatus(200);
        assertThat(bank).calls().to("getAccount").forUser("bob").hasSize(1).wereRefused(ENTITLEMENT_MISSING);
        assertThat(bank).calls().allowed().hasSize(2);
        assertThat(bank).calls().refusedAs(ENTITLEMENT_MISSING).haveHappened().naming("view");
        assertThat(bank).calls().to("getAccount").last().wasForUser("bob").wasRefused(ENTITLEMENT_MISSING);
    }

    @Test
    void areAllLookedAt(Sandbank bank) {
        new Caller(bank).listAccounts("ada-batch");
        new Caller(bank).listAccounts("money-mover");

        assertThatThrownBy(() -> assertThat(bank).calls().to("listAccounts").wereAllowed())
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expected each call to listAccounts to be allowed, but 1 of 2 is not

                        #2 GET /banking/accounts -> 403, listAccounts by client money-mover
                           it is refused as scope-missing, not allowed
                           token        ✓ pass    token of client money-mover
                           route        ✓ pass    listAccounts
                           scope        ✗ refuse  needs banking/read, token holds moneyMovement/write""");
    }

    @Test
    void areNotRefusedIfThereIsNone(Sandbank bank) {
        new Caller(bank).listAccounts("money-mover");
        new Caller(bank).getAccount("bob-batch", "acct-4f81c0");

        assertThatThrownBy(() -> assertThat(bank)
                        .calls()
                        .to("getAccount")
                        .by("ada-batch")
                        .wereRefused(SCOPE_MISSING))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("""
                        Expected each call to getAccount by client ada-batch to be refused as scope-missing, but there is none

                        Near misses:

                        #2 GET /banking/accounts/acct-4f81c0 -> 403, getAccount by client bob-batch for user bob
                           it is by client bob-batch, not by client ada-batch
                           token        ✓ pass    token of client bob-batch for user bob
                        """)
                .hasMessageContaining(
                        "\n   entitlement  ✗ refuse  needs view on acct-4f81c0, user bob holds transferTo")
                .hasMessageNotContaining("#1");
    }

    @Test
    void areCounted(Sandbank bank) {
        new Caller(bank).listAccounts("money-mover");

        assertThatThrownBy(() -> assertThat(bank).calls().to("listAccounts").hasSize(2))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("Expected 2 calls to listAccounts, but there is 1\n\n#1 GET /banking/accounts");
        assertThatThrownBy(() -> assertThat(bank).calls().forUser("ada").haveHappened())
                .hasMessageStartingWith("Expected a call for user ada, but there is none\n\nNear misses:\n\n#1 GET ")
                .hasMessageContaining("\n   it is for no user, not for user ada\n");
    }

    @Test
    void areNotAllShownIfThereAreMany(Sandbank bank) {
        IntStream.range(0, 7).forEach(i -> new Caller(bank).stray("/nowhere"));

        assertThatThrownBy(() -> assertThat(bank).calls().hasSize(1))
                .hasMessageContaining("#5 GET /nowhere -> 404, no operation\n")
                .hasMessageNotContaining("#6")
                .hasMessageEndingWith("\n\nand 2 more");
    }

    @Test
    void areLookedForByTheNameThatWasProbablyMeant(Sandbank bank) {
        new Caller(bank).listAccounts("ada-batch");

        assertThatThrownBy(() -> assertThat(bank).calls().to("listAcounts").wereAllowed())
                .hasMessageContaining(
                        "By the way: there is no operation \"listAcounts\", did you mean \"listAccounts\"?");
        assertThatThrownBy(() -> assertThat(bank).calls().forUser("adda").last())
                .hasMessageContaining("By the way: there is no user \"adda\", did you mean \"ada\"?");
    }

    @Test
    void showNoSecret(Sandbank bank) {
        new Caller(bank).get("listAccounts", "F9E8D7C6B5A4F9E8");
        new Caller(bank).stray("/banking/accounts?access_token=A1B2C3D4E5F6A7B8");
        new Caller(bank).askWithForm("ledger-reader", "ledger-reader-7Qm2xV");

        assertThatThrownBy(() -> assertThat(bank).calls().wereAllowed())
                .hasMessageContaining("access_token=A1B2…")
                .hasMessageNotContainingAny("A1B2C3", "F9E8D7", "7Qm2xV");
    }
}
