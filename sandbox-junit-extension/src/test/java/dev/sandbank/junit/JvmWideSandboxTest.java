package dev.sandbank.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.kit.Http;
import dev.sandbank.junit.kit.Sample;
import dev.sandbank.junit.kit.SampleRun;
import dev.sandbank.junit.kit.Sighting;
import dev.sandbank.junit.kit.Witness;
import java.net.URI;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The tests run one at a time, because they share the sandbox of this JVM. */
@Execution(ExecutionMode.SAME_THREAD)
class JvmWideSandboxTest {

    private static final String ADA = "0c9c9c1e-5b0d-4a55-8f7e-2f8a3f3f7b10";
    private static final String WORLD = "dev/sandbank/junit/jvm-wide.yaml";
    private static final String OTHER_WORLD = "dev/sandbank/junit/other-jvm-wide.yaml";

    @Test
    void keepsItsUrlForAllClasses() {
        SampleRun run = SampleRun.passing(One.class, Other.class);

        assertThat(run.sightings("one", "other", "inner")).hasSize(6);
        assertThat(run.sightings("one", "other", "inner"))
                .extracting(Sighting::url)
                .containsOnly(run.sightings().get(0).url());
    }

    @Test
    void isAnotherOneForAnotherFixture() {
        SampleRun run = SampleRun.passing(One.class, Elsewhere.class);

        assertThat(run.sightings("elsewhere")).hasSize(2);
        assertThat(run.sightings().stream().map(Sighting::url).distinct()).hasSize(2);
    }

    @Test
    void isResetBeforeEachTest() {
        SampleRun run = SampleRun.passing(Messy.class);

        assertThat(run.results().testEvents().succeeded().count()).isEqualTo(3);
    }

    @Test
    void keepsTheTokensThatCodeUnderTestHas() {
        SampleRun run = SampleRun.passing(Caching.class);

        assertThat(run.results().testEvents().succeeded().count()).isEqualTo(3);
    }

    @Test
    void isGivenToBeforeAllAndToConstructorsAsItIs() {
        SampleRun run = SampleRun.passing(Early.class);

        assertThat(run.results().testEvents().succeeded().count()).isEqualTo(2);
    }

    @Test
    void isClosedWhenTheRunIsOverAndStartedAnewByTheNext() {
        SampleRun first = SampleRun.passing(One.class);
        assertThat(first.sightings()).isNotEmpty().noneMatch(Sighting::isStillOpen);

        SampleRun second = SampleRun.passing(One.class);
        assertThat(second.sightings()).isNotEmpty().noneMatch(Sighting::isStillOpen);
    }

    @Test
    void canBeDeclaredForAMethodToo() {
        SampleRun run = SampleRun.passing(OnMethods.class, One.class);

        assertThat(run.sightings("onMethod", "one").stream().map(Sighting::url).distinct())
                .hasSize(1);
    }

    /** Now and then, another program may have taken the port in between. */
    @Test
    void isFoundWhereItWasByWhoeverKeptItsUrl() {
        Stream<Boolean> attempts = Stream.generate(() -> urlOf(One.class).equals(urlOf(One.class)));

        assertThat(attempts.limit(5).anyMatch(same -> same)).isTrue();
    }

    private static URI urlOf(Class<?> sample) {
        return SampleRun.passing(sample).sightings().get(0).url();
    }

    @Sample
    @WithSandbank(value = WORLD, lifetime = Lifetime.JVM)
    static class One {

        @RepeatedTest(3)
        void one(Sandbank bank, Witness witness) {
            assertThat(witness.sees(bank).isStillOpen()).isTrue();
        }
    }

    @Sample
    @WithSandbank(value = WORLD, lifetime = Lifetime.JVM)
    static class Other {

        @RepeatedTest(2)
        void other(Sandbank bank, Witness witness) {
            assertThat(witness.sees(bank).isStillOpen()).isTrue();
        }

        @Nested
        class Inner {

            @Test
            void inner(Sandbank bank, Witness witness) {
                assertThat(witness.sees(bank).isStillOpen()).isTrue();
            }
        }
    }

    @Sample
    @WithSandbank(value = OTHER_WORLD, lifetime = Lifetime.JVM)
    static class Elsewhere {

        @RepeatedTest(2)
        void elsewhere(Sandbank bank, Witness witness) {
            witness.sees(bank);
        }
    }

    @Sample
    @WithSandbank("apiture")
    static class OnMethods {

        @RepeatedTest(2)
        @WithSandbank(value = WORLD, lifetime = Lifetime.JVM)
        void onMethod(Sandbank bank, Witness witness) {
            assertThat(bank.user(ADA).status()).isEqualTo("active");
            bank.user(ADA).block();
            witness.sees(bank);
        }
    }

    @Sample
    @WithSandbank(value = WORLD, lifetime = Lifetime.JVM)
    static class Messy {

        @BeforeEach
        void setUp(Sandbank bank) {
            assertThat(bank.user(ADA).status()).isEqualTo("active");
            assertThat(bank.journal().calls()).isEmpty();
            assertThat(bank.clock().now()).isNotEqualTo(Instant.EPOCH);
        }

        @RepeatedTest(3)
        void messy(Sandbank bank, Witness witness) {
            witness.sees(bank);
            bank.user(ADA).block();
            bank.clock().freezeAt(Instant.EPOCH);
        }
    }

    @Sample
    @WithSandbank(value = WORLD, lifetime = Lifetime.JVM)
    static class Early {

        private static Sandbank known;

        Early(Sandbank bank) {
            assertThat(bank).isSameAs(known);
        }

        @BeforeAll
        static void setUpAll(Sandbank bank) {
            known = bank;
            bank.user(ADA).block();
        }

        @RepeatedTest(2)
        void test(Sandbank bank) {
            assertThat(bank).isSameAs(known);
            assertThat(bank.user(ADA).status()).isEqualTo("active");
        }
    }

    @Sample
    @WithSandbank(value = WORLD, lifetime = Lifetime.JVM)
    static class Caching {

        private static String token;

        @BeforeAll
        static void takeAToken(@TokenFor("payouts") String fresh) {
            token = fresh;
        }

        @RepeatedTest(3)
        void uses(Sandbank bank) {
            URI accounts = bank.url("core.list-accounts");
            assertThat(Http.get(accounts, token, "X-On-Behalf-Of", "user " + ADA))
                    .contains(200);
        }
    }
}
