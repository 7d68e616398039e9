package dev.sandbank.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.kit.Sample;
import dev.sandbank.junit.kit.SampleRun;
import dev.sandbank.junit.kit.Witness;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@WithSandbank("apiture")
class VariationsTest {

    private String statusOfAdaBefore;

    @BeforeEach
    void look(Sandbank bank) {
        statusOfAdaBefore = bank.user("ada").status();
    }

    @Test
    @Blocked("ada")
    void blockAUserBeforeAnyBeforeEachMethod(Sandbank bank) {
        assertThat(statusOfAdaBefore).isEqualTo("blocked");
        assertThat(bank.user("bob").status()).isEqualTo("active");
    }

    @Test
    @Blocked({"ada", "bob"})
    void blockSeveralUsers(Sandbank bank) {
        assertThat(bank.user("ada").status()).isEqualTo("blocked");
        assertThat(bank.user("bob").status()).isEqualTo("blocked");
    }

    @Test
    @Blocked("ada")
    @Blocked("bob")
    void blockUsersByRepetition(Sandbank bank) {
        assertThat(bank.user("ada").status()).isEqualTo("blocked");
        assertThat(bank.user("bob").status()).isEqualTo("blocked");
    }

    @Test
    @Blocked(value = "ada", environment = "cat")
    void blockAUserOfAnEnvironment(Sandbank bank) {
        assertThat(bank.environment("cat").user("ada").status()).isEqualTo("blocked");
        assertThat(statusOfAdaBefore).isEqualTo("active");
    }

    @Test
    @WithoutPermission(user = "ada", account = "acct-4f81c0", permission = "view")
    void withdrawAPermission(Sandbank bank) {
        assertThat(bank.user("ada").permissions("acct-4f81c0"))
                .contains("transferFrom")
                .doesNotContain("view");
    }

    @Test
    @WithoutPermission(
            user = "ada",
            account = "acct-4f81c0",
            permission = {"view", "transferTo"})
    @WithoutPermission(user = "ada", account = "acct-c3071e", permission = "view")
    void withdrawSeveralPermissions(Sandbank bank) {
        assertThat(bank.user("ada").permissions("acct-4f81c0"))
                .contains("transferFrom")
                .doesNotContain("view", "transferTo");
        assertThat(bank.user("ada").permissions("acct-c3071e")).doesNotContain("view");
    }

    @Test
    @WithoutPermission(user = "ada", account = "acct-cat001", permission = "view", environment = "cat")
    void withdrawAPermissionInAnEnvironment(Sandbank bank) {
        assertThat(bank.environment("cat").user("ada").permissions("acct-cat001"))
                .doesNotContain("view");
    }

    @Test
    @ClockAt("2031-03-03T09:00:00Z")
    void stopTheClock(Sandbank bank) {
        assertThat(bank.clock().now()).isEqualTo(Instant.parse("2031-03-03T09:00:00Z"));
        assertThat(bank.clock().now()).isEqualTo(bank.clock().now());
    }

    @Test
    @ClockAt("2031-03-03T10:00:00+01:00")
    void stopTheClockInAnyZone(Sandbank bank) {
        assertThat(bank.clock().now()).isEqualTo(Instant.parse("2031-03-03T09:00:00Z"));
    }

    @Test
    @DayOfTheAudit
    void standOnAnAnnotationOfOnesOwn(Sandbank bank) {
        assertThat(bank.user("bob").status()).isEqualTo("blocked");
        assertThat(bank.clock().now()).isEqualTo(Instant.parse("2031-12-31T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "bob"})
    @Blocked("carol")
    void holdForEachSetOfArguments(String active, Sandbank bank) {
        assertThat(bank.user("carol").status()).isEqualTo("blocked");
        assertThat(bank.user(active).status()).isEqualTo("active");
        bank.user(active).block();
    }

    @Test
    void areGoneInTheNextTest(Sandbank bank) {
        assertThat(statusOfAdaBefore).isEqualTo("active");
        assertThat(bank.user("bob").status()).isEqualTo("active");
    }

    @Nested
    @ClockAt("2031-06-01T00:00:00Z")
    @Blocked("bob")
    class OnAClass {

        @Test
        void holdForItsTests(Sandbank bank) {
            assertThat(bank.clock().now()).isEqualTo(Instant.parse("2031-06-01T00:00:00Z"));
            assertThat(bank.user("bob").status()).isEqualTo("blocked");
        }

        @Test
        @ClockAt("2031-07-01T00:00:00Z")
        void giveWayToTheNearest(Sandbank bank) {
            assertThat(bank.clock().now()).isEqualTo(Instant.parse("2031-07-01T00:00:00Z"));
            assertThat(bank.user("bob").status()).isEqualTo("blocked");
        }

        @Nested
        @WithSandbank("apiture")
        class WithADeclarationOfItsOwn {

            @Test
            void holdNoMore(Sandbank bank) {
                assertThat(bank.user("bob").status()).isEqualTo("active");
            }
        }
    }

    @Nested
    class OnAnInheritedClass extends Audited {}

    @ClockAt("2031-06-01T00:00:00Z")
    abstract static class Audited {

        @Test
        void areInherited(Sandbank bank) {
            assertThat(bank.clock().now()).isEqualTo(Instant.parse("2031-06-01T00:00:00Z"));
        }
    }

    @Test
    void holdForASandboxOfTheWholeJvmUntilTheNextTest() {
        SampleRun run = SampleRun.passing(InJvm.class);

        assertThat(run.results().testEvents().succeeded().count()).isEqualTo(6);
    }

    @Test
    void ofTheClassThatSharesASandboxHoldFromItsStart() {
        SampleRun run = SampleRun.passing(SharedAndVaried.class);

        assertThat(run.sandboxes()).hasSize(1);
    }

    @Sample
    @Execution(ExecutionMode.CONCURRENT)
    @WithSandbank(value = "dev/sandbank/junit/turns.yaml", lifetime = Lifetime.JVM)
    static class InJvm {

        private static final String ADA = "0c9c9c1e-5b0d-4a55-8f7e-2f8a3f3f7b10";

        @RepeatedTest(3)
        @Blocked(ADA)
        void blocked(Sandbank bank) {
            assertThat(bank.user(ADA).status()).isEqualTo("blocked");
        }

        @RepeatedTest(3)
        void active(Sandbank bank) {
            assertThat(bank.user(ADA).status()).isEqualTo("active");
        }
    }

    @Sample
    @Blocked("ada")
    @WithSandbank(value = "apiture", lifetime = Lifetime.CLASS)
    static class SharedAndVaried {

        @RepeatedTest(2)
        void test(Sandbank bank, Witness witness) {
            witness.sees(bank);
            assertThat(bank.user("ada").status()).isEqualTo("blocked");
        }
    }

    @Retention(RetentionPolicy.RUNTIME)
    @Blocked("bob")
    @ClockAt("2031-12-31T00:00:00Z")
    @interface DayOfTheAudit {}
}
