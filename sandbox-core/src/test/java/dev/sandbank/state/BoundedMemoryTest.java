package dev.sandbank.state;

import static dev.sandbank.DenialReason.TEMPORARILY_UNAVAILABLE;
import static dev.sandbank.DenialReason.TOKEN_EXPIRED;
import static dev.sandbank.DenialReason.TOKEN_UNKNOWN;
import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.ControlCall.control;
import static dev.sandbank.testing.HttpCall.call;
import static dev.sandbank.testing.HttpCall.clientCredentials;
import static dev.sandbank.testing.HttpCall.get;
import static dev.sandbank.testing.HttpCall.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sandbank.Exchange;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.BuiltIn;
import dev.sandbank.testing.HttpCall;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever calls bring, a sandbox takes no more memory than it may: here one MiB, of which a third is the journal's. */
class BoundedMemoryTest {

    private static final int MORE_THAN_FIT = 900;
    private static final int THIRD = 350_000;

    static Stream<Named<Function<Sandbank, HttpCall>>> shapes() {
        return Stream.of(
                Named.of("many fields", bank -> fields(get(bank, "/nowhere"))),
                Named.of("a long method", bank -> call(bank, "M".repeat(60_000), "/nowhere")),
                Named.of("a long name of a test", bank -> get(bank, "/").header("Sandbank-Test", "t".repeat(60_000))),
                Named.of("a long target", bank -> get(bank, "/" + "y".repeat(60_000))),
                Named.of("a long name of a field", bank -> get(bank, "/").header("N".repeat(60_000), "x")),
                Named.of("a long client", bank -> HttpCall.tokenRequest(bank, "client_id", "é".repeat(100_000))),
                Named.of("a long body", bank -> post(bank, "/nowhere").json("[\"" + "€".repeat(300_000) + "\"]")));
    }

    private static HttpCall fields(HttpCall call) {
        for (int i = 0; i < 600; i++) {
            call.header("X-" + i, "x".repeat(100));
        }
        return call;
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void holdsForCallsWith(Function<Sandbank, HttpCall> shape) {
        try (Sandbank bank = small(BuiltIn.APITURE)) {
            long longest = 0;
            for (int i = 0; i < 60; i++) {
                longest = Math.max(longest, size(shape.apply(bank).send().exchange()));
            }
            Answer last = get(bank, "/nowhere").send();

            long kept = bank.journal().calls().stream()
                    .mapToLong(BoundedMemoryTest::size)
                    .sum();
            assertThat(longest).isLessThan(60_000);
            assertThat(kept).isLessThan(THIRD);
            assertThat(bank.journal().lastCall()).isEqualTo(last.exchange());
            assertThat(bank.journal().dropped() + bank.journal().calls().size()).isEqualTo(61);
        }
    }

    @Test
    void holdsForOrdinaryCallsAndForChanges() {
        try (Sandbank bank = small(BuiltIn.APITURE)) {
            for (int i = 0; i < MORE_THAN_FIT; i++) {
                get(bank, "/banking/accounts").query("page", "p" + i).send();
                bank.user("bob").unblock();
            }

            assertThat(bank.journal().dropped()).isPositive();
            assertThat(bank.journal().calls()).hasSizeGreaterThan(100);
            assertThat(bank.journal().changes()).hasSizeBetween(100, MORE_THAN_FIT - 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesTokensRatherThanForgetOneThatIsGood(BuiltIn built) {
        try (Sandbank bank = small(built)) {
            String first = bank.tokens().forClient(built.client().id());

            int issued = fill(i -> clientCredentials(bank, built.client()).send());

            assertThat(issued).isGreaterThan(100);
            assertThat(clientCredentials(bank, built.client())).hasStatus(503).wasRefused(TEMPORARILY_UNAVAILABLE);
            assertThatIllegalStateException()
                    .isThrownBy(() -> bank.tokens().forClient(built.client().id()))
                    .withMessageContaining("setting memory");
            assertThat(control(bank, "POST", "/tokens")
                            .json("{\"client\": \"" + built.client().id() + "\"}")
                            .send()
                            .status())
                    .isEqualTo(503);
            assertThat(get(bank, built.guarded()).bearer(first).header("X-On-Behalf-Of", ""))
                    .hasStatus(built == BuiltIn.APITURE ? 200 : 400);
        }
    }

    @Test
    void makesRoomByTheOldestThatHasExpired() {
        try (Sandbank bank = small(BuiltIn.APITURE)) {
            bank.clock().freezeAt(bank.clock().now());
            String oldest = bank.tokens().forClient("ada-batch");
            bank.clock().advance(Duration.ofMinutes(5));
            fill(i -> clientCredentials(bank, BuiltIn.APITURE.client()).send());
            bank.clock().advance(Duration.ofMinutes(5));
            bank.tokens().revoke(oldest);
            assertThat(get(bank, "/banking/accounts").bearer(oldest)).wasRefused("token-revoked");
            bank.clock().advance(Duration.ofMinutes(15));

            for (int i = 0; i < 50; i++) {
                assertThat(clientCredentials(bank, BuiltIn.APITURE.client())).hasStatus(200);
            }
            String newest =
                    clientCredentials(bank, BuiltIn.APITURE.client()).send().text("/access_token");
            bank.clock().advance(Duration.ofMinutes(20));

            assertThat(get(bank, "/banking/accounts").bearer(oldest)).wasRefused(TOKEN_UNKNOWN);
            assertThat(get(bank, "/banking/accounts").bearer(newest)).wasRefused(TOKEN_EXPIRED);
        }
    }

    @Test
    void refusesWhatIsToBeMade() {
        try (Sandbank bank = small(BuiltIn.UPHOLD)) {
            String token = bank.tokens().forClient("onboarding");

            int made = fill(i -> post(bank, "/core/users")
                    .header("X-Uphold-User-Ip", "192.0.2.7")
                    .bearer(token)
                    .json(business(i))
                    .send());

            Answer refused = post(bank, "/core/users")
                    .header("X-Uphold-User-Ip", "192.0.2.7")
                    .bearer(token)
                    .json(business(-1))
                    .send();
            assertThat(made).isGreaterThan(100);
            assertThat(refused).hasStatus(503).wasRefused(TEMPORARILY_UNAVAILABLE);
            bank.reset();
            assertThat(post(bank, "/core/users")
                            .header("X-Uphold-User-Ip", "192.0.2.7")
                            .bearer(bank.tokens().forClient("onboarding"))
                            .json(business(-1)))
                    .hasStatus(201);
        }
    }

    private static String business(int i) {
        return """
                {"type": "business", "email": "shop%d@example.test", "termsOfService": "general-gb-fca", "country": "GB",
                 "legalEntityType": "private-limited-company"}""".formatted(i);
    }

    /** How many were done before one was refused with 503. */
    private static int fill(IntFunction<Answer> doing) {
        for (int i = 0; i < MORE_THAN_FIT; i++) {
            Answer answer = doing.apply(i);
            if (answer.status() == 503) {
                return i;
            }
            assertThat(answer.status()).isBetween(200, 201);
        }
        throw new AssertionError("nothing was refused");
    }

    private static Sandbank small(BuiltIn built) {
        String fixture = "bank: %s\nextends: %s\nsettings: {memory: 1}\n".formatted(built.fixture(), built.fixture());
        return Sandbank.builder().fixtureText(fixture).start();
    }

    private static long size(Exchange call) {
        return call.toString().length();
    }
}
