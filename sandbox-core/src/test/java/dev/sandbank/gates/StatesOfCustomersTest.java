package dev.sandbank.gates;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.ApitureSeed;
import dev.sandbank.testing.App;
import dev.sandbank.testing.Browser;
import dev.sandbank.testing.BuiltIn;
import dev.sandbank.testing.CodeFlow;
import dev.sandbank.testing.Person;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What else may be the matter with an Apiture customer: what each state refuses, while tokens stay and people sign in. */
class StatesOfCustomersTest {

    private static final String ERRORS = "https://production.api.apiture.com/errors/";

    private record State(String word, int status, String type, boolean ofWritesOnly) {
        boolean refuses(String method) {
            return !ofWritesOnly || !method.equals("GET");
        }
    }

    static Stream<State> states() {
        return Stream.of(
                new State("read-only", 403, "modificationForbidden", true),
                new State("anti-malware-required", 403, "antiMalwareRequired", false),
                new State("password-change-required", 401, "passwordChangeRequired", false),
                new State("login-incomplete", 401, "loginIncomplete", false));
    }

    static Stream<Arguments> everyOperationInEveryState() {
        return Sample.all()
                .filter(sample -> sample.built() == BuiltIn.APITURE)
                .flatMap(sample -> states().map(state -> Arguments.of(sample, state)));
    }

    @AutoClose
    private final Sandbank bank = Sandbank.start("apiture");

    @ParameterizedTest
    @MethodSource("everyOperationInEveryState")
    void areRefusedWhatTheirStateForbids(Sample sample, State state) {
        bank.user(sample.user()).become(state.word());

        if (state.refuses(sample.operation().method())) {
            assertThat(Attempt.of(sample).on(bank))
                    .hasStatus(state.status())
                    .has("/type", ERRORS + state.type() + "/v1.0.0")
                    .has("/status", state.status())
                    .wasRefusedAt("blocked", "subject-blocked");
        } else {
            assertThat(Attempt.of(sample).on(bank)).hasStatus(200).wasAllowed();
        }
    }

    @ParameterizedTest
    @CsvSource({"read-only, 200", "anti-malware-required, 403", "password-change-required, 401", "login-incomplete, 401"
    })
    void areThoseOfAFixtureToo(String state, int status) {
        String fixture = "bank: apiture\nextends: apiture\nusers: [{id: ada, status: " + state + "}]\n";
        try (Sandbank other = Sandbank.builder().fixtureText(fixture).start()) {
            String token = other.tokens().forClient(ApitureSeed.ADA_BATCH);

            assertThat(call(other, "GET", "/banking/accounts").bearer(token)).hasStatus(status);
        }
    }

    @Test
    void tellWhoIsUnauthorizedHowToAuthenticate() {
        String token = bank.tokens().forClient(ApitureSeed.ADA_BATCH);
        bank.user(ApitureSeed.ADA).become("password-change-required");

        assertThat(call(bank, "GET", "/banking/accounts").bearer(token))
                .hasStatus(401)
                .hasHeader("WWW-Authenticate", "Bearer realm=\"apiture\"");
    }

    @Test
    void endWhenTheCustomerIsActiveAgain() {
        String token = bank.tokens().forClient(ApitureSeed.ADA_BATCH);
        bank.user(ApitureSeed.ADA).become("login-incomplete");
        bank.user(ApitureSeed.ADA).become("active");

        assertThat(call(bank, "GET", "/banking/accounts").bearer(token)).hasStatus(200);
    }

    @ParameterizedTest
    @MethodSource("states")
    void letPeopleSignIn(State state) {
        try (Sandbank own = Sandbank.start(App.FIXTURE)) {
            own.user("ada").become(state.word());

            assertThat(CodeFlow.of(own, App.MOBILE)
                            .signIn(new Browser(own), Person.ADA)
                            .text("/access_token"))
                    .isNotEmpty();
        }
    }
}
