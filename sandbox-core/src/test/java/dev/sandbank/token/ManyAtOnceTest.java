package dev.sandbank.token;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.App;
import dev.sandbank.testing.AtOnce;
import dev.sandbank.testing.Browser;
import dev.sandbank.testing.CodeFlow;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.OpenIdCalls;
import dev.sandbank.testing.Person;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What is good once is good once even if it is used many times at the same moment. */
class ManyAtOnceTest {

    private static final int MANY = 8;

    @AutoClose
    private final Sandbank bank = Sandbank.start(App.FIXTURE);

    @RepeatedTest(3)
    void redeemOneCodeAtMostOnceAndWhatItBroughtIsVoid() throws Exception {
        CodeFlow flow = CodeFlow.of(bank, App.MOBILE);
        String code = flow.code(flow.start(new Browser(bank)).signIn(Person.ADA));

        List<Answer> answers = together(() -> flow.redeem(code));

        assertOneGoodAndAllVoid(answers);
    }

    @RepeatedTest(3)
    void useOneRefreshTokenAtMostOnceAndTheFamilyIsVoid() throws Exception {
        Answer first = CodeFlow.of(bank, App.MOBILE).signIn(Person.ADA);

        List<Answer> answers = together(() -> CodeFlow.refresh(bank, App.MOBILE, first.text("/refresh_token")));

        assertOneGoodAndAllVoid(answers);
        assertThat(OpenIdCalls.accounts(bank, first.text("/access_token"))).hasStatus(401);
    }

    @Test
    void getATokenEachAndNoTwoAreTheSame() throws Exception {
        List<Answer> answers = together(() -> HttpCall.clientCredentials(bank, App.JWT.pair()));

        assertThat(answers)
                .extracting(answer -> answer.text("/access_token"))
                .doesNotHaveDuplicates()
                .allMatch(token -> !token.isEmpty());
    }

    @Test
    void signInAtOnceAndEachGetsTheirOwn() throws Exception {
        List<Answer> answers =
                AtOnce.times(MANY, () -> CodeFlow.of(bank, App.MOBILE).signIn(Person.ADA));

        assertThat(answers).extracting(answer -> answer.text("/access_token")).doesNotHaveDuplicates();
        assertThat(answers).extracting(Answer::status).containsOnly(200);
    }

    private void assertOneGoodAndAllVoid(List<Answer> answers) {
        List<Answer> good =
                answers.stream().filter(answer -> answer.status() == 200).toList();
        assertThat(good).hasSizeLessThanOrEqualTo(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 200)
                .allMatch(answer -> answer.text("/error").equals("invalid_grant"));
        for (Answer tokens : good) {
            assertThat(OpenIdCalls.accounts(bank, tokens.text("/access_token"))).hasStatus(401);
            assertThat(CodeFlow.refresh(bank, App.MOBILE, tokens.text("/refresh_token")))
                    .hasStatus(400);
        }
    }

    private static List<Answer> together(Supplier<HttpCall> call) throws Exception {
        return AtOnce.times(MANY, () -> call.get().send());
    }
}
