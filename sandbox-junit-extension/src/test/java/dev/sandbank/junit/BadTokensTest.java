package dev.sandbank.junit;

import static dev.sandbank.junit.SandbankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.BadToken;
import dev.sandbank.Sandbank;
import dev.sandbank.TokenFlaw;
import dev.sandbank.junit.kit.Caller;
import dev.sandbank.junit.kit.Sample;
import dev.sandbank.junit.kit.SampleRun;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.platform.testkit.engine.Event;

class BadTokensTest {

    /** All flaws except that of another audience, because these fixtures do not check the audience. */
    private static final int REFUSED = TokenFlaw.values().length - 1;

    @Test
    void areEachRefusedAsTheySay() {
        SampleRun run = SampleRun.passing(AtABankOfOpaqueTokens.class);

        assertThat(names(run)).hasSize(REFUSED).contains("expired", "blocked subject");
    }

    @Test
    void areJwtsWhereTheClientGetsJwts() {
        SampleRun run = SampleRun.passing(AtABankOfJwts.class);

        assertThat(names(run)).hasSize(REFUSED);
    }

    @Test
    void leaveOutTheBlockedUserWhereThatOneMayRead() {
        SampleRun run = SampleRun.passing(WhereBlockedUsersMayRead.class);

        assertThat(names(run)).hasSize(REFUSED - 1).noneMatch(name -> name.contains("blocked"));
    }

    @Test
    void bringTheBlockedUserToAnOperationThatWrites() {
        SampleRun run = SampleRun.passing(WhereBlockedUsersMayNotWrite.class);

        assertThat(names(run)).contains("blocked subject");
    }

    @Test
    void leaveOutWhatTheTestExcepts() {
        SampleRun run = SampleRun.passing(SentAsBearers.class);

        assertThat(names(run)).hasSize(REFUSED - 2).doesNotContain("missing", "wrong scheme");
    }

    @Test
    void failATestThatNeverSentThem() {
        SampleRun run = SampleRun.of(Forgetful.class);

        assertThat(run.failures())
                .hasSize(REFUSED)
                .allSatisfy(failure -> assertThat(failure)
                        .isInstanceOf(AssertionError.class)
                        .hasMessageContaining("No call reached the sandbox"));
    }

    @Test
    void needNotBeSentToTheSandboxIfTheyAreForAServerOfYourOwn() {
        SampleRun.passing(OwnServer.class);
    }

    @Test
    void complainAboutNamesThatAreNotThere() {
        SampleRun run = SampleRun.of(Misspelt.class);

        assertThat(run.failures())
                .extracting(Throwable::getMessage)
                .anyMatch(message -> message.contains("there is no client \"ada-bacth\", did you mean \"ada-batch\"?"))
                .anyMatch(message ->
                        message.contains("there is no operation \"getAcount\", did you mean \"getAccount\"?"))
                .anyMatch(message -> message.contains("names a user but no client: write client = "));
    }

    private static Set<String> names(SampleRun run) {
        return run.results().testEvents().succeeded().stream()
                .map(Event::getTestDescriptor)
                .map(test -> test.getDisplayName())
                .collect(Collectors.toSet());
    }

    @Sample
    @WithSandbank("apiture")
    static class AtABankOfOpaqueTokens {

        @ParameterizedTest(name = "{0}")
        @BadTokens
        void isTurnedAway(BadToken bad, Sandbank bank) {
            int status = new Caller(bank).getWith(bad.authorization(), "listAccounts");

            assertThat(status).isEqualTo(bad.status());
            assertThat(bank).lastCall().wasRefused(bad.reason());
        }
    }

    @Sample
    @WithSandbank("dev/sandbank/junit/jwt.yaml")
    static class AtABankOfJwts {

        @ParameterizedTest(name = "{0}")
        @BadTokens(client = "jwt-app", user = "ada")
        void isTurnedAway(BadToken bad, Sandbank bank) {
            int status = new Caller(bank).getWith(bad.authorization(), "listAccounts");

            assertThat(status).isEqualTo(bad.status());
            assertThat(bad.token().isEmpty() || bad.token().startsWith("ey")).isTrue();
        }
    }

    @Sample
    @WithSandbank("uphold")
    static class WhereBlockedUsersMayRead {

        @ParameterizedTest(name = "{0}")
        @BadTokens(client = "ada-only")
        void isTurnedAway(BadToken bad, Sandbank bank) {
            new Caller(bank).getWith(bad.authorization(), "core.list-accounts");
        }
    }

    @Sample
    @WithSandbank("uphold")
    static class WhereBlockedUsersMayNotWrite {

        @ParameterizedTest(name = "{0}")
        @BadTokens(client = "ada-only", operation = "core.create-account")
        void isTurnedAway(BadToken bad, Sandbank bank) {
            int status = new Caller(bank).postWith(bad.authorization(), "core.create-account");

            assertThat(status).isEqualTo(bad.status());
        }
    }

    @Sample
    @WithSandbank("apiture")
    static class SentAsBearers {

        @ParameterizedTest(name = "{0}")
        @BadTokens(except = {TokenFlaw.MISSING, TokenFlaw.WRONG_SCHEME})
        void isTurnedAway(BadToken bad, Sandbank bank) {
            new Caller(bank).get("listAccounts", bad.token());
        }
    }

    @Sample
    @WithSandbank("apiture")
    static class Forgetful {

        @ParameterizedTest(name = "{0}")
        @BadTokens
        void isTurnedAway(BadToken bad) {}
    }

    @Sample
    @WithSandbank("apiture")
    static class OwnServer {

        @ParameterizedTest(name = "{0}")
        @BadTokens(elsewhere = true)
        void isTurnedAway(BadToken bad) {
            assertThat(bad.token()).doesNotContain(" ");
        }
    }

    @Sample
    @WithSandbank("apiture")
    static class Misspelt {

        @ParameterizedTest(name = "{0}")
        @BadTokens(client = "ada-bacth")
        void client(BadToken bad) {}

        @ParameterizedTest(name = "{0}")
        @BadTokens(operation = "getAcount")
        void operation(BadToken bad) {}

        @ParameterizedTest(name = "{0}")
        @BadTokens(user = "ada")
        void userWithoutClient(BadToken bad) {}
    }
}
