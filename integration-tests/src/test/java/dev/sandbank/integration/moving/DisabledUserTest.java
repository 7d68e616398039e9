package dev.sandbank.integration.moving;

import static dev.sandbank.DenialReason.INVALID_GRANT;
import static dev.sandbank.junit.SandbankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.WithSandbank;
import org.junit.jupiter.api.Test;

// tag::guide[]
@WithSandbank("apiture")
class DisabledUserTest {

    @Test
    void isSignedOutByTheNextRefresh(Sandbank bank) {
        Portal portal = new Portal(
                bank.issuer(), "web-portal", bank.client("web-portal").secret());
        portal.finishSignIn(bank.signIn(portal.signInUrl(), "ada"));
        portal.refresh();

        bank.user("ada").disable();

        assertThatThrownBy(portal::refresh).hasMessage("invalid_grant");
        assertThat(bank).lastCall().wasRefused(INVALID_GRANT);
    }
}
// end::guide[]
