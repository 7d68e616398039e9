package dev.sandbank.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.junit.kit.Sample;
import dev.sandbank.junit.kit.SampleRun;
import java.net.URI;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ImpossibleParametersTest {

    static Stream<Arguments> impossible() {
        return Stream.of(
                Arguments.of(UnknownClient.class, "there is no client \"ada-bacth\", did you mean \"ada-batch\"?"),
                Arguments.of(UnknownUser.class, "there is no user \"adda\", did you mean \"ada\"?"),
                Arguments.of(UnknownScope.class, "there is no scope \"banking/raed\", did you mean \"banking/read\"?"),
                Arguments.of(MissingScope.class, "client ledger-reader has the scopes banking/read"),
                Arguments.of(UnknownEnvironment.class, "there is no environment \"cta\""),
                Arguments.of(Nobody.class, "@TokenFor names no client: write @TokenFor("),
                Arguments.of(Two.class, "@TokenFor names two clients, \"ada-batch\" and \"bob-batch\""),
                Arguments.of(InBeforeEach.class, "there is no client \"nobody\""),
                Arguments.of(Undeclared.class, "write @WithSandbank("),
                Arguments.of(UndeclaredUrl.class, "write @WithSandbank("));
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void failTheirTestAndSayWhy(Class<?> sample, String reason) {
        SampleRun run = SampleRun.of(sample);

        assertThat(run.failures())
                .singleElement()
                .isInstanceOf(ParameterResolutionException.class)
                .extracting(Throwable::getMessage)
                .asString()
                .contains(sample.getSimpleName() + ".", reason);
    }

    @Sample
    @WithSandbank("apiture")
    static class UnknownClient {

        @Test
        void test(@TokenFor("ada-bacth") String token) {}
    }

    @Sample
    @WithSandbank("apiture")
    static class UnknownUser {

        @Test
        void test(@TokenFor(client = "mobile-app", user = "adda") String token) {}
    }

    @Sample
    @WithSandbank("apiture")
    static class UnknownScope {

        @Test
        void test(@TokenFor(client = "ada-batch", scopes = "banking/raed") String token) {}
    }

    @Sample
    @WithSandbank("apiture")
    static class MissingScope {

        @Test
        void test(@TokenFor(client = "ledger-reader", scopes = "moneyMovement/write") String token) {}
    }

    @Sample
    @WithSandbank("apiture")
    static class UnknownEnvironment {

        @Test
        void test(@TokenFor(client = "cat-suite", environment = "cta") String token) {}
    }

    @Sample
    @WithSandbank("apiture")
    static class Nobody {

        @Test
        void test(@TokenFor(user = "ada") String token) {}
    }

    @Sample
    @WithSandbank("apiture")
    static class Two {

        @Test
        void test(@TokenFor(value = "ada-batch", client = "bob-batch") String token) {}
    }

    @Sample
    @WithSandbank("apiture")
    static class InBeforeEach {

        @BeforeEach
        void setUp(@TokenFor("nobody") String token) {}

        @Test
        void test() {}
    }

    @Sample
    static class Undeclared {

        @Test
        void test(@TokenFor("ada-batch") String token) {}
    }

    @Sample
    static class UndeclaredUrl {

        @Test
        void test(@Issuer URI issuer) {}
    }
}
