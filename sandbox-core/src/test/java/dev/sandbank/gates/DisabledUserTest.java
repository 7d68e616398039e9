package dev.sandbank.gates;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.clientCredentials;
import static dev.sandbank.testing.UpholdSeed.ADA;
import static dev.sandbank.testing.UpholdSeed.BRUNO;
import static dev.sandbank.testing.UpholdSeed.PAYOUTS;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.BuiltIn;
import dev.sandbank.testing.BuiltIn.Pair;
import dev.sandbank.testing.HttpCall;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A user whom the identity provider disables is gone from every path at once, whoever acts and with whatever token. */
class DisabledUserTest {

    private static final Pair ADA_ONLY = new Pair("ada-only", "s3cr.et_~2");

    @AutoClose
    private final Sandbank bank = Sandbank.start("uphold");

    static Stream<Sample> operations() {
        return Sample.all().filter(sample -> sample.built() == BuiltIn.UPHOLD && !sample.isForClients());
    }

    @ParameterizedTest
    @MethodSource("operations")
    void isServedByNoOperation(Sample operation) {
        bank.user(operation.user()).disable();

        assertThat(Attempt.of(operation).on(bank)).hasStatus(403).has("/code", "subject_not_allowed");
    }

    @Test
    void isServedNoMoreByTokensThatWereIssuedBefore() {
        String own = clientCredentials(bank, ADA_ONLY).send().text("/access_token");
        String organization = clientCredentials(bank, PAYOUTS).send().text("/access_token");
        assertThat(me(own)).hasStatus(200);
        assertThat(me(organization).onBehalfOf(ADA)).hasStatus(200);

        bank.user(ADA).disable();

        assertThat(me(own)).hasStatus(401);
        assertThat(me(organization).onBehalfOf(ADA)).hasStatus(403);
        assertThat(clientCredentials(bank, ADA_ONLY)).hasStatus(400).has("/error", "invalid_grant");
        assertThat(me(organization).onBehalfOf(BRUNO)).hasStatus(200);
    }

    private HttpCall me(String token) {
        return HttpCall.get(bank, "/core/users/me").bearer(token);
    }
}
