package dev.sandbank.token;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.App;
import dev.sandbank.testing.Browser;
import dev.sandbank.testing.CodeFlow;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.Person;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.arbitraries.StringArbitrary;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever the verifier of RFC 7636 is: it redeems the code of its own challenge, and nothing else does. */
class AnyVerifierTest {

    private static final App APP = App.MOBILE.asking("banking/read");
    private static final Sandbank BANK = Sandbank.start(App.FIXTURE);
    private static final Browser BROWSER = new Browser(BANK);

    @BeforeContainer
    static void signIn() {
        CodeFlow.of(BANK, APP).signIn(BROWSER, Person.ADA);
    }

    @AfterContainer
    static void close() {
        BANK.close();
    }

    @Property(tries = 40)
    void redeemsTheCodeOfItsChallenge(@ForAll("verifiers") String verifier) {
        CodeFlow flow = challenging(verifier);

        assertThat(flow.redeem(code(flow), "code_verifier", verifier)).hasStatus(200);
    }

    @Property(tries = 40)
    void redeemsNoCodeOfAnotherChallenge(@ForAll("verifiers") String verifier, @ForAll("changes") Change change) {
        String other = change.of(verifier);
        Assume.that(!other.equals(verifier));
        CodeFlow flow = challenging(verifier);
        String code = code(flow);

        refuse(flow.redeem(code, "code_verifier", other));
        assertThat(flow.redeem(code, "code_verifier", verifier)).hasStatus(200);
    }

    @Property(tries = 40)
    void redeemsNothingIfItIsMalformed(@ForAll("malformed") String verifier) {
        CodeFlow flow = challenging(verifier);

        refuse(flow.redeem(code(flow), "code_verifier", verifier));
    }

    @Property(tries = 40)
    void isNeverWantedForAMalformedChallenge(@ForAll("malformed") String challenge) {
        CodeFlow flow = CodeFlow.of(BANK, APP).with("code_challenge", challenge);

        assertThat(flow.start(BROWSER).told())
                .containsEntry("error", "invalid_request")
                .doesNotContainKey("code");
    }

    /** One character at some place: another one there, one more, or one less. */
    record Change(int place, char letter, int kind) {

        String of(String text) {
            int at = place % text.length();
            return switch (kind) {
                case 0 -> text.substring(0, at) + letter + text.substring(at + 1);
                case 1 -> text.substring(0, at) + letter + text.substring(at);
                default -> text.substring(0, at) + text.substring(at + 1);
            };
        }
    }

    @Provide
    Arbitrary<String> verifiers() {
        return unreserved().ofMinLength(43).ofMaxLength(128);
    }

    @Provide
    Arbitrary<Change> changes() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 127),
                        Arbitraries.chars().alpha().numeric().with("-._~ +%=\u00e9"),
                        Arbitraries.integers().between(0, 2))
                .as(Change::new);
    }

    @Provide
    Arbitrary<String> malformed() {
        Arbitrary<String> tooShort = unreserved().ofMinLength(1).ofMaxLength(42);
        Arbitrary<String> tooLong = unreserved().ofMinLength(129).ofMaxLength(300);
        Arbitrary<String> foreign = Combinators.combine(
                        verifiers(),
                        Arbitraries.strings()
                                .withChars(" +/=\"%\n\u0000\u00e9\u20ac")
                                .ofLength(1))
                .as((verifier, letter) -> letter + verifier.substring(1));
        return Arbitraries.oneOf(tooShort, tooLong, foreign);
    }

    private static StringArbitrary unreserved() {
        return Arbitraries.strings().alpha().numeric().withChars("-._~");
    }

    private static CodeFlow challenging(String verifier) {
        return CodeFlow.of(BANK, APP).with("code_challenge", CodeFlow.challenge(verifier));
    }

    private static String code(CodeFlow flow) {
        return flow.code(flow.start(BROWSER));
    }

    private static void refuse(HttpCall call) {
        assertThat(call).hasStatus(400).has("/error", "invalid_grant").lacks("/access_token");
    }
}
