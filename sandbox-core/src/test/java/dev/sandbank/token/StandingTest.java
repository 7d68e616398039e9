package dev.sandbank.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.App;
import dev.sandbank.testing.Browser;
import dev.sandbank.testing.CodeFlow;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.OpenIdCalls;
import dev.sandbank.testing.Page;
import dev.sandbank.testing.Person;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever ends the standing of a user, a client or a token ends it on every path at once. */
@SuppressWarnings({"ImmutableEnumChecker", "EnumOrdinal"})
class StandingTest {

    /** All that one sign-in left behind. */
    private record Left(Sandbank bank, Browser browser, CodeFlow flow, String code, Answer tokens, String ownToken) {}

    /** What changed. */
    private enum Change {
        NOTHING((bank, left) -> {}),
        BLOCK((bank, left) -> bank.user("ada").block()),
        DISABLE((bank, left) -> bank.user("ada").disable()),
        SIGN_OUT((bank, left) -> bank.user("ada").signOut()),
        DISABLE_CLIENT((bank, left) -> bank.client("jwt").disable()),
        LATER((bank, left) -> bank.clock().advance(Duration.ofDays(31)));

        private final BiConsumer<Sandbank, Left> apply;

        Change(BiConsumer<Sandbank, Left> apply) {
            this.apply = apply;
        }
    }

    /** Where it shows, and what is answered after each change in turn. */
    private enum Path {
        GUARDED(left -> status(OpenIdCalls.accounts(left.bank(), access(left))), "200 403 401 401 401 401"),
        USERINFO(left -> status(OpenIdCalls.userinfo(left.bank(), access(left))), "200 401 401 401 401 401"),
        INTROSPECTION(left -> introspect(left, "/access_token"), "true false false false false false"),
        REFRESH(
                left -> error(
                        CodeFlow.refresh(left.bank(), App.JWT, left.tokens().text("/refresh_token"))),
                "200 invalid_grant invalid_grant invalid_grant invalid_client invalid_grant"),
        CODE(
                left -> error(left.flow().redeem(left.code())),
                "200 invalid_grant invalid_grant invalid_grant invalid_client invalid_grant"),
        SESSION(left -> page(silent(left)), "code login_required login_required login_required page login_required"),
        SIGN_IN(left -> signIn(left), "code page page code page code"),
        OWN_TOKEN(left -> status(OpenIdCalls.accounts(left.bank(), left.ownToken())), "200 200 200 200 401 401"),
        OWN_GRANT(
                left -> error(HttpCall.clientCredentials(left.bank(), App.JWT.pair())),
                "200 200 200 200 invalid_client 200");

        private final Function<Left, String> ask;
        private final String answers;

        Path(Function<Left, String> ask, String answers) {
            this.ask = ask;
            this.answers = answers;
        }

        private String after(Change change) {
            return answers.split(" ", -1)[change.ordinal()];
        }
    }

    static Stream<Arguments> everyPathAfterEveryChange() {
        return Arrays.stream(Change.values())
                .flatMap(change -> Arrays.stream(Path.values()).map(path -> Arguments.of(change, path)));
    }

    @ParameterizedTest(name = "{1} after {0}")
    @MethodSource("everyPathAfterEveryChange")
    void showsAtOnce(Change change, Path path) {
        try (Sandbank bank = Sandbank.start(App.FIXTURE)) {
            Left left = signIn(bank);

            change.apply.accept(bank, left);

            assertThat(path.ask.apply(left)).isEqualTo(path.after(change));
        }
    }

    private static Left signIn(Sandbank bank) {
        Browser browser = new Browser(bank);
        Answer tokens = CodeFlow.of(bank, App.JWT).signIn(browser, Person.ADA);
        CodeFlow flow = CodeFlow.of(bank, App.JWT);
        String code = flow.code(flow.start(browser));
        String own = HttpCall.clientCredentials(bank, App.JWT.pair()).send().text("/access_token");
        return new Left(bank, browser, flow, code, tokens, own);
    }

    private static String access(Left left) {
        return left.tokens().text("/access_token");
    }

    private static String introspect(Left left, String token) {
        return OpenIdCalls.introspect(left.bank(), App.PORTAL, left.tokens().text(token))
                .send()
                .text("/active");
    }

    private static Page silent(Left left) {
        return CodeFlow.of(left.bank(), App.JWT).with("prompt", "none").start(left.browser());
    }

    private static String signIn(Left left) {
        Page page = CodeFlow.of(left.bank(), App.JWT).start(new Browser(left.bank()));
        return page.hasButton("Sign in") ? page(page.signIn(Person.ADA)) : page(page);
    }

    private static String page(Page page) {
        if (!page.leaves()) {
            return "page";
        }
        return page.told("code").isEmpty() ? page.told("error") : "code";
    }

    private static String status(HttpCall call) {
        return String.valueOf(call.send().status());
    }

    private static String error(HttpCall call) {
        Answer answer = call.send();
        return answer.status() == 200 ? "200" : answer.text("/error");
    }
}
