package dev.sandbank.testing;

/** The entry to what can be said about calls; to be imported beside AssertJ's own. */
public final class BankAssertions {

    private BankAssertions() {}

    /** Sends the call and looks at its answer. */
    public static AnswerAssert assertThat(HttpCall call) {
        return new AnswerAssert(call.send());
    }

    public static AnswerAssert assertThat(Answer answer) {
        return new AnswerAssert(answer);
    }
}
