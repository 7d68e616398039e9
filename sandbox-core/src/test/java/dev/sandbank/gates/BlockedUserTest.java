package dev.sandbank.gates;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.call;
import static dev.sandbank.testing.HttpCall.get;
import static dev.sandbank.testing.HttpCall.post;

import dev.sandbank.DenialReason;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.BuiltIn;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.UpholdSeed;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A user whom Uphold has blocked may look at everything and change nothing. */
class BlockedUserTest {

    private static final String SEED_BODY = """
            {
              "code": "operation-not-allowed",
              "message": "The current status of the user does not allow calling this endpoint",
              "reasons": ["user-blocked"]
            }
            """;
    private static final String NEW_ACCOUNT = "{\"label\":\"Hidden\",\"asset\":\"EUR\"}";

    @AutoClose
    private final Sandbank bank = Sandbank.start("uphold");

    static Stream<Sample> reads() {
        return uphold().filter(sample -> sample.operation().method().equals("GET"));
    }

    static Stream<Sample> writes() {
        return uphold().filter(sample -> !sample.operation().method().equals("GET") && !sample.isForClients());
    }

    private static Stream<Sample> uphold() {
        return Sample.all().filter(sample -> sample.built() == BuiltIn.UPHOLD);
    }

    @ParameterizedTest
    @MethodSource("writes")
    void changesNothing(Sample write) {
        bank.user(write.user()).block();

        assertThat(Attempt.of(write).on(bank))
                .hasStatus(409)
                .hasBody(SEED_BODY)
                .hasHeader("Content-Type", "application/json")
                .wasRefusedAt("blocked", DenialReason.SUBJECT_BLOCKED);
    }

    @ParameterizedTest
    @MethodSource("reads")
    void readsEverything(Sample read) {
        bank.user(read.user()).block();

        assertThat(Attempt.of(read).on(bank)).hasStatus(200).wasAllowed();
    }

    @Test
    void isToldSoWhateverElseIsWrongWithTheRequest() {
        String token = bank.tokens().forClient("payouts");

        assertThat(post(bank, "/core/accounts")
                        .bearer(token)
                        .onBehalfOf(UpholdSeed.MALLORY)
                        .content("text/plain", "{{{"))
                .hasStatus(409)
                .hasBody(SEED_BODY);
        assertThat(post(bank, "/core/accounts").bearer(token).onBehalfOf(UpholdSeed.MALLORY))
                .hasStatus(409);
        assertThat(post(bank, "/core/accounts")
                        .bearer(token)
                        .onBehalfOf(UpholdSeed.MALLORY)
                        .json("x".repeat(1024 * 1024 + 1)))
                .hasStatus(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {UpholdSeed.MALLORY, UpholdSeed.QUAY_TRADERS})
    void mayBeAPersonOrABusiness(String user) {
        String token = bank.tokens().forClient("payouts");

        assertThat(post(bank, "/core/accounts").bearer(token).onBehalfOf(user).json(NEW_ACCOUNT))
                .hasStatus(409)
                .hasBody(SEED_BODY);
    }

    @Test
    void isBlockedForItsOwnProgramToo() {
        String token = bank.tokens().forClient("mallory-only");

        assertThat(post(bank, "/core/accounts").bearer(token).json(NEW_ACCOUNT))
                .hasStatus(409)
                .hasBody(SEED_BODY);
        assertThat(get(bank, "/core/accounts").bearer(token)).hasStatus(200);
        assertThat(call(bank, "HEAD", "/core/accounts").bearer(token)).hasStatus(200);
    }

    @Test
    void isBlockedAndUnblockedAtOnceWithTheSameToken() {
        String token = bank.tokens().forClient("payouts");
        bank.user(UpholdSeed.ADA).block();
        assertThat(create(token, UpholdSeed.ADA)).hasStatus(409);
        assertThat(create(token, UpholdSeed.BRUNO)).hasStatus(201);

        bank.user(UpholdSeed.ADA).unblock();

        assertThat(create(token, UpholdSeed.ADA)).hasStatus(201);
    }

    private HttpCall create(String token, String user) {
        return post(bank, "/core/accounts").bearer(token).onBehalfOf(user).json(NEW_ACCOUNT);
    }
}
