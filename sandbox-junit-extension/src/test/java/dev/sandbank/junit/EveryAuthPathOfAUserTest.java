package dev.sandbank.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.kit.Requests;
import dev.sandbank.junit.kit.Sample;
import dev.sandbank.junit.kit.SampleRun;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/** A test with {@link EveryAuthPath} runs once for every way of a blocked user. */
class EveryAuthPathOfAUserTest {

    @Test
    void isGoneOneAfterTheOther() {
        SampleRun run = SampleRun.passing(EveryWay.class);

        assertThat(run.results().testEvents().succeeded().count()).isEqualTo(10);
    }

    @Test
    void failsATestThatDoesNotGoIt() {
        assertThat(messages(SampleRun.of(GoesNowhere.class)))
                .contains(
                        "The test passed, but the expected call did not arrive: listAccounts, refused for"
                                + " subject-blocked. No call reached the sandbox",
                        "The test passed, but the expected call did not arrive: token, refused for"
                                + " invalid-grant.user. No call reached the sandbox",
                        "The test passed, but the expected call did not arrive: authorization, refused for"
                                + " login-failed.user. No call reached the sandbox");
    }

    @Test
    void failsATestWhoseUserIsNoLongerBlocked() {
        assertThat(messages(SampleRun.of(Unblocked.class)))
                .anyMatch(message -> message.contains("listAccounts, refused for subject-blocked. Instead:")
                        && message.contains("GET /banking/accounts -> 200"));
    }

    @Test
    void tellsWhatWasMisspelt() {
        assertThat(messages(SampleRun.of(Misspelt.class)))
                .anyMatch(message ->
                        message.contains("there is no user adda") && message.contains("did you mean \"ada\"?"))
                .anyMatch(message -> message.contains("the user has no way to an operation \"listAcounts\", only to"))
                .anyMatch(message -> message.contains("@EveryAuthPath takes exactly one user"))
                .hasSize(3);
    }

    private static List<String> messages(SampleRun run) {
        return run.failures().stream().map(EveryAuthPathOfAUserTest::message).toList();
    }

    /** JUnit may wrap the exception about an annotation. */
    private static String message(Throwable failure) {
        return failure.getCause() == null ? failure.getMessage() : failure.getMessage() + failure.getCause();
    }

    @Sample
    @WithSandbank("apiture")
    static class EveryWay {

        @ParameterizedTest
        @EveryAuthPath(
                value = "ada",
                operations = {"listAccounts", "createTransfer"})
        void endsAsTold(ArrangedAuthPath path) {
            HttpResponse<String> answer = Requests.send(path.request());

            assertThat(answer.statusCode()).isEqualTo(path.status());
            assertThat(path.allowed()).isFalse();
            assertThat(answer.body()).contains(path.code());
        }
    }

    @Sample
    @WithSandbank("apiture")
    static class GoesNowhere {

        @ParameterizedTest
        @EveryAuthPath(user = "ada", operations = "listAccounts")
        void passes(ArrangedAuthPath path) {
            assertThat(path.user()).isEqualTo("ada");
        }
    }

    @Sample
    @WithSandbank("apiture")
    static class Unblocked {

        @ParameterizedTest
        @EveryAuthPath(user = "ada", operations = "listAccounts")
        void passes(ArrangedAuthPath path, Sandbank bank) {
            bank.user("ada").unblock();

            Requests.send(path.request());
        }
    }

    @Sample
    @WithSandbank("apiture")
    static class Misspelt {

        @ParameterizedTest
        @EveryAuthPath("adda")
        void user(ArrangedAuthPath path) {}

        @ParameterizedTest
        @EveryAuthPath(user = "ada", operations = "listAcounts")
        void operation(ArrangedAuthPath path) {}

        @ParameterizedTest
        @EveryAuthPath
        void nobody(ArrangedAuthPath path) {}
    }
}
