package dev.sandbank.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.junit.kit.Requests;
import dev.sandbank.junit.kit.Sample;
import dev.sandbank.junit.kit.SampleRun;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.platform.testkit.engine.Event;

/** A test with {@link Denials} runs once for each way in which its operation can be refused. */
class DenialsTest {

    @Test
    void areMetOneAfterTheOther() {
        SampleRun run = SampleRun.passing(EveryDenial.class);

        assertThat(names(run))
                .hasSizeGreaterThan(50)
                .doesNotHaveDuplicates()
                .anyMatch(name -> name.endsWith("token: none -> 401 token-missing"))
                .anyMatch(name -> name.endsWith("scope: without moneyMovement/write -> 403 scope-missing"))
                .anyMatch(name -> name.endsWith("blocked: user blocked -> 403 subject-blocked"))
                .anyMatch(name -> name.endsWith("input: amount missing -> 400 input-invalid"))
                .anyMatch(name ->
                        name.endsWith("resource: source unknown -> 422 resource-unknown.invalid-source-account-id"))
                .anyMatch(name -> name.endsWith(
                        "entitlement: without transferTo on target -> 403 entitlement-missing.cannot-transfer-to"));
    }

    @Test
    void mayBeOnlyThoseOfSomeGates() {
        SampleRun run = SampleRun.passing(SomeGates.class);

        assertThat(names(run))
                .allMatch(name -> name.contains("scope: ") || name.contains("blocked: "))
                .hasSizeGreaterThan(2);
    }

    @Test
    void mayBeOnlyThoseThatAnHonestCallMeets() {
        SampleRun run = SampleRun.passing(ByState.class);

        assertThat(names(run))
                .noneMatch(name -> name.contains("input: "))
                .anyMatch(name -> name.contains("resource: "));
    }

    @Test
    void areThoseOfTheNearestFixture() {
        SampleRun run = SampleRun.passing(NearestFixture.class);

        assertThat(names(run)).anyMatch(name -> name.contains("on-behalf-of: user unknown"));
    }

    @Test
    void failATestThatCallsNobody() {
        SampleRun run = SampleRun.of(CallsNobody.class);

        assertThat(messages(run))
                .containsOnly("The test passed, but the expected call did not arrive: createTransfer, refused at"
                        + " scope for scope-missing. No call reached the sandbox");
    }

    @Test
    void failATestThatMeetsAnotherDenialAndTellWhatItMetInstead() {
        SampleRun run = SampleRun.of(MeetsAnother.class);

        assertThat(messages(run))
                .singleElement()
                .asString()
                .contains(
                        "createTransfer, refused at scope for scope-missing. Instead:",
                        "POST /banking/transfers -> 401",
                        "token        ✗ refuse  The request carries no bearer token");
    }

    @Test
    void doNotHideWhyATestFailedByItself() {
        assertThat(messages(SampleRun.of(FailsByItself.class))).containsOnly("by itself");
    }

    @Test
    void tellWhatWasMisspelt() {
        assertThat(messages(SampleRun.of(Misspelt.class)))
                .anyMatch(message -> message.contains("there is no operation \"createTransfr\"")
                        && message.contains("did you mean \"createTransfer\"?"))
                .anyMatch(message ->
                        message.contains("there is no gate scop;") && message.contains("did you mean \"scope\"?"))
                .anyMatch(message -> message.contains("@Denials(\"listAccounts\") finds no denial"))
                .hasSize(3);
    }

    @Test
    void needAFixture() {
        assertThat(messages(SampleRun.of(Undeclared.class)))
                .singleElement()
                .asString()
                .contains("@Denials(\"createTransfer\") needs a fixture: write @WithSandbank(");
    }

    private static List<String> names(SampleRun run) {
        return run.results().testEvents().finished().stream()
                .map(Event::getTestDescriptor)
                .map(test -> test.getDisplayName())
                .toList();
    }

    private static List<String> messages(SampleRun run) {
        return run.failures().stream().map(Throwable::getMessage).toList();
    }

    @Sample
    @WithSandbank("apiture")
    static class EveryDenial {

        @ParameterizedTest
        @Denials("createTransfer")
        void tellsThePayerWhy(ArrangedDenial denial) {
            HttpResponse<String> answer = Requests.send(denial.request());

            assertThat(answer.statusCode()).isEqualTo(denial.status());
            assertThat(answer.body()).contains("\"type\":\"" + denial.codeInBody() + "\"");
        }
    }

    @Sample
    @WithSandbank("apiture")
    static class SomeGates {

        @ParameterizedTest
        @Denials(
                value = "createTransfer",
                gates = {"scope", "blocked"})
        void refuse(ArrangedDenial denial) {
            assertThat(denial.gate()).isIn("scope", "blocked");

            Requests.send(denial.request());
        }
    }

    @Sample
    @WithSandbank("apiture")
    static class ByState {

        @ParameterizedTest
        @Denials(value = "getAccount", byState = true)
        void isMetByAClientsOwnCall(ArrangedDenial denial, Sandbank bank) {
            String account = denial.parameter("accountId").orElseThrow();

            HttpResponse<String> answer = Requests.send(HttpRequest.newBuilder(bank.url("getAccount", account))
                    .header("Authorization", "Bearer " + denial.token())
                    .build());

            assertThat(answer.statusCode()).isEqualTo(denial.status());
        }
    }

    @Sample
    @WithSandbank("apiture")
    static class NearestFixture {

        @ParameterizedTest
        @Denials("core.get-user")
        @WithSandbank("uphold")
        void counts(ArrangedDenial denial) {
            Requests.send(denial.request());
        }
    }

    @Sample
    @WithSandbank("apiture")
    static class CallsNobody {

        @ParameterizedTest
        @Denials(value = "createTransfer", gates = "scope")
        void passes(ArrangedDenial denial) {
            assertThat(denial.request()).isNotNull();
        }
    }

    @Sample
    @WithSandbank("apiture")
    static class MeetsAnother {

        @ParameterizedTest
        @Denials(value = "createTransfer", gates = "scope")
        void sendsNoToken(ArrangedDenial denial) {
            Requests.send(HttpRequest.newBuilder(denial.url())
                    .POST(HttpRequest.BodyPublishers.ofString(denial.body()))
                    .build());
        }
    }

    @Sample
    @WithSandbank("apiture")
    static class FailsByItself {

        @ParameterizedTest
        @Denials(value = "createTransfer", gates = "scope")
        void fails(ArrangedDenial denial) {
            throw new AssertionError("by itself");
        }
    }

    @Sample
    @WithSandbank("apiture")
    static class Misspelt {

        @ParameterizedTest
        @Denials("createTransfr")
        void operation(ArrangedDenial denial) {}

        @ParameterizedTest
        @Denials(value = "createTransfer", gates = "scop")
        void gate(ArrangedDenial denial) {}

        @ParameterizedTest
        @Denials(value = "listAccounts", gates = "entitlement")
        void notThere(ArrangedDenial denial) {}
    }

    @Sample
    static class Undeclared {

        @ParameterizedTest
        @Denials("createTransfer")
        void test(ArrangedDenial denial) {}
    }
}
