package dev.sandbank.gates;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.call;

import dev.sandbank.DenialReason;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.ApitureSeed;
import dev.sandbank.testing.BuiltIn;
import dev.sandbank.testing.HttpCall;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A customer whom Apiture has blocked may not even look, until unblocked; tokens stay valid meanwhile. */
class DisabledCustomerTest {

    private static final String TYPE = "https://production.api.apiture.com/errors/customerDisabled/v1.0.0";

    @AutoClose
    private final Sandbank bank = Sandbank.start("apiture");

    static Stream<Sample> operations() {
        return Sample.all().filter(sample -> sample.built() == BuiltIn.APITURE);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void isRefusedAtOnceAndAdmittedAtOnce(Sample sample) {
        HttpCall blocked = Attempt.of(sample, Fault.SUBJECT_BLOCKED).on(bank);
        assertThat(blocked).hasStatus(403).has("/type", TYPE).wasRefusedAt("blocked", DenialReason.SUBJECT_BLOCKED);

        bank.user(sample.user()).unblock();

        assertThat(Attempt.of(sample).on(bank)).wasAllowed();
    }

    @Test
    void isRefusedForHeadToo() {
        String token = bank.tokens().forClient("mallory-batch");

        assertThat(call(bank, "HEAD", "/banking/accounts").bearer(token)).hasStatus(403);
    }

    @Test
    void doesNotStopOthersNorTheClientThatHasNoCustomer() {
        bank.user(ApitureSeed.ADA).block();

        assertThat(call(bank, "GET", "/banking/accounts").bearer(bank.tokens().forClient("bob-batch")))
                .hasStatus(200);
        assertThat(call(bank, "GET", "/banking/accounts").bearer(bank.tokens().forClient("back-office")))
                .hasStatus(200);
    }
}
