package dev.sandbank.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.kit.Sample;
import dev.sandbank.junit.kit.SampleRun;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ImpossibleVariationsTest {

    static Stream<Arguments> impossible() {
        return Stream.of(
                Arguments.of(UnknownUser.class, "@Blocked", "there is no user \"adda\", did you mean \"ada\"?"),
                Arguments.of(UnknownAccount.class, "@WithoutPermission", "acct-4f81c1"),
                Arguments.of(UnknownPermission.class, "@WithoutPermission", "does not know the permission veiw"),
                Arguments.of(NoMoment.class, "@ClockAt", "\"tomorrow\" is not a moment: write one such as"),
                Arguments.of(InJvm.class, "@Blocked", "there is no user \"adda\""),
                Arguments.of(SharedByLifetime.class, "@Blocked", "would change the sandbox of other tests"),
                Arguments.of(
                        SharedByBeforeAll.class, "@ClockAt", "share @WithSandbank(\"apiture\"): write @WithSandbank("),
                Arguments.of(SharedByOuter.class, "@Blocked", "SharedByOuter"),
                Arguments.of(Undeclared.class, "@Blocked", "write @WithSandbank("),
                Arguments.of(OnBeforeEach.class, "@Blocked", "has no effect"),
                Arguments.of(OnAfterEach.class, "@WithoutPermission", "has no effect"),
                Arguments.of(OnBeforeAll.class, "@ClockAt", "has no effect"),
                Arguments.of(OnAfterAll.class, "@Fixture", "has no effect"),
                Arguments.of(RepeatedOnBeforeEach.class, "@Blocked", "has no effect"));
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void failTheirTestAndSayWhy(Class<?> sample, String annotation, String reason) {
        SampleRun run = SampleRun.of(sample);

        assertThat(run.failures())
                .singleElement()
                .extracting(Throwable::getMessage)
                .asString()
                .contains(annotation, reason);
    }

    @Sample
    @WithSandbank("apiture")
    static class UnknownUser {

        @Test
        @Blocked("adda")
        void test() {}
    }

    @Sample
    @WithSandbank("apiture")
    static class UnknownAccount {

        @Test
        @WithoutPermission(user = "ada", account = "acct-4f81c1", permission = "view")
        void test() {}
    }

    @Sample
    @WithSandbank("apiture")
    static class UnknownPermission {

        @Test
        @WithoutPermission(user = "ada", account = "acct-4f81c0", permission = "veiw")
        void test() {}
    }

    @Sample
    @WithSandbank("apiture")
    static class NoMoment {

        @Test
        @ClockAt("tomorrow")
        void test() {}
    }

    @Sample
    @WithSandbank(value = "apiture", lifetime = Lifetime.JVM)
    static class InJvm {

        @Test
        @Blocked("adda")
        void test() {}
    }

    @Sample
    @WithSandbank(value = "apiture", lifetime = Lifetime.CLASS)
    static class SharedByLifetime {

        @Test
        @Blocked("ada")
        void test() {}
    }

    @Sample
    @WithSandbank("apiture")
    static class SharedByBeforeAll {

        @BeforeAll
        static void setUpAll(Sandbank bank) {}

        @Test
        @ClockAt("2031-03-03T09:00:00Z")
        void test() {}
    }

    @Sample
    @WithSandbank(value = "apiture", lifetime = Lifetime.CLASS)
    static class SharedByOuter {

        @Nested
        @Blocked("ada")
        class Inner {

            @Test
            void test() {}
        }
    }

    @Sample
    static class Undeclared {

        @Test
        @Blocked("ada")
        void test() {}
    }

    @Sample
    @WithSandbank("apiture")
    static class OnBeforeEach {

        @BeforeEach
        @Blocked("ada")
        void setUp() {}

        @Test
        void test() {}
    }

    @Sample
    @WithSandbank("apiture")
    static class OnAfterEach {

        @Test
        void test() {}

        @AfterEach
        @WithoutPermission(user = "ada", account = "acct-4f81c0", permission = "view")
        void tearDown() {}
    }

    @Sample
    @WithSandbank("apiture")
    static class OnBeforeAll {

        @BeforeAll
        @ClockAt("2031-03-03T09:00:00Z")
        static void setUpAll() {}

        @Test
        void test() {}
    }

    @Sample
    @WithSandbank("apiture")
    static class OnAfterAll {

        @Test
        void test() {}

        @AfterAll
        @Fixture("uphold")
        static void tearDownAll() {}
    }

    @Sample
    @WithSandbank("apiture")
    static class RepeatedOnBeforeEach {

        @BeforeEach
        @Blocked("ada")
        @Blocked("bob")
        void setUp() {}

        @Test
        void test() {}
    }
}
