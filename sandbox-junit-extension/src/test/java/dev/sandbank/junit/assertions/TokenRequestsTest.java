package dev.sandbank.junit.assertions;

import static dev.sandbank.DenialReason.INVALID_CLIENT;
import static dev.sandbank.junit.SandbankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.WithSandbank;
import dev.sandbank.junit.kit.Caller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@WithSandbank("apiture")
class TokenRequestsTest {

    @BeforeEach
    void askForTokens(Sandbank bank) {
        Caller caller = new Caller(bank);
        caller.askWithBasic("ledger-reader", "ledger-reader-7Qm2xV", "banking%2Fread");
        caller.askWithForm("ledger-reader", "ledger-reader-7Qm2xV");
        caller.listAccounts("ada-batch");
    }

    @Test
    void areThoseThatAuthenticateInOneWay(Sandbank bank) {
        assertThat(bank).tokenRequests().hasSize(2);
        assertThat(bank).tokenRequests().usingBasicAuth().hasSize(1).wereAllowed();
        assertThat(bank).tokenRequests().usingPostedSecret().hasSize(1).wereRefused(INVALID_CLIENT);
        assertThat(bank).tokenRequests().usingAssertion().haveNotHappened();
    }

    @Test
    void areThoseThatAskForSomething(Sandbank bank) {
        assertThat(bank)
                .tokenRequests()
                .forGrant("client_credentials")
                .by("ledger-reader")
                .hasSize(2);
        assertThat(bank)
                .tokenRequests()
                .askingForScope("banking/read")
                .hasSize(1)
                .withStatus(200);
    }

    @Test
    void areToldHowTheyAuthenticateInstead(Sandbank bank) {
        assertThatThrownBy(
                        () -> assertThat(bank).tokenRequests().usingAssertion().hasSize(1))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith(
                        "Expected 1 call to token with a signed assertion, but there is none\n\nNear misses:\n\n#2 POST ")
                .hasMessageContaining("it is with a secret in the form, not with a signed assertion")
                .hasMessageContaining("it is with Basic authentication, not with a signed assertion");
    }

    @Test
    void areToldWhatTheyAskForInstead(Sandbank bank) {
        assertThatThrownBy(() ->
                        assertThat(bank).tokenRequests().forGrant("password").haveHappened())
                .hasMessageContaining("it is for the grant client_credentials, not for the grant password");
        assertThatThrownBy(() -> assertThat(bank)
                        .tokenRequests()
                        .askingForScope("banking/raed")
                        .haveHappened())
                .hasMessageContaining("it is asking for scope banking/read, not asking for scope banking/raed")
                .hasMessageContaining("it is asking for no scope, not asking for scope banking/raed")
                .hasMessageContaining("there is no scope \"banking/raed\", did you mean \"banking/read\"?");
    }
}
