package user.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.sandbank.BadToken;
import dev.sandbank.Sandbank;
import dev.sandbank.junit.ArrangedDenial;
import dev.sandbank.junit.BadTokens;
import dev.sandbank.junit.Denials;
import dev.sandbank.junit.WithSandbank;
import java.net.http.HttpRequest;
import org.junit.jupiter.params.ParameterizedTest;

/** Arguments that bring the test's sandbox into the state that they stand for. */
@WithSandbank("apiture")
class CataloguesTest {

    @ParameterizedTest
    @BadTokens
    void ofBadTokens(BadToken bad, Sandbank bank) {
        HttpRequest.Builder request = HttpRequest.newBuilder(bank.url("listAccounts"));
        if (!bad.authorization().isEmpty()) {
            request.header("Authorization", bad.authorization());
        }

        assertEquals(bad.status(), Payouts.send(request.build()));
    }

    @ParameterizedTest
    @Denials(
            value = "createTransfer",
            gates = {"scope", "blocked", "entitlement"})
    void ofDenials(ArrangedDenial denial) {
        assertEquals(denial.status(), Payouts.send(denial.request()));
    }
}
