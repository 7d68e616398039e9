package user.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.Blocked;
import dev.sandbank.junit.ClockAt;
import dev.sandbank.junit.Fixture;
import dev.sandbank.junit.Issuer;
import dev.sandbank.junit.TokenFor;
import dev.sandbank.junit.WithSandbank;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@WithSandbank("uphold")
class VariationsTest {

    @Test
    @Blocked(Payouts.ADA)
    void blockSomebody(Sandbank bank) {
        assertEquals(409, new Payouts(bank).open());
    }

    @Test
    @ClockAt("2031-03-03T09:00:00Z")
    void stopTheClock(Sandbank bank) {
        assertEquals(Instant.parse("2031-03-03T09:00:00Z"), bank.clock().now());
    }

    @Test
    @Fixture("apiture")
    void startFromAnotherFixture(Sandbank bank, @Issuer URI issuer) {
        assertEquals("apiture", bank.bankName());
        assertEquals(bank.issuer(), issuer);
    }

    @Test
    void handOverATokenInsteadOfASandbox(@TokenFor("payouts") String token) {
        assertTrue(token.length() > 20, token);
    }
}
