package dev.sandbank.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.signin.UriChange.Seam;
import dev.sandbank.testing.App;
import dev.sandbank.testing.Browser;
import dev.sandbank.testing.CodeFlow;
import dev.sandbank.testing.Page;
import dev.sandbank.testing.Person;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** However a registered redirect URI is changed, nothing is sent there; only a loopback one may have any port. */
class AnyRedirectUriTest {

    private static final List<String> LOOPBACK =
            List.of("http://[::1]/callback", "http://127.0.0.1/only-v4", "http://localhost/only-name");
    private static final List<String> ELSEWHERE =
            List.of("https://portal.example.test/callback?tenant=1", "com.example.places:/callback");
    private static final List<String> REGISTERED =
            Stream.of(LOOPBACK, ELSEWHERE).flatMap(List::stream).toList();
    private static final Pattern PORT =
            Pattern.compile("(http://(?:\\[::1]|127\\.0\\.0\\.1|localhost))(?::(\\d*))?(/.*)");

    private static final Sandbank BANK = Sandbank.start(App.FIXTURE);
    private static final Browser BROWSER = new Browser(BANK);

    /** Somebody is signed in, so that nothing but the redirect URI stands between a request and its code. */
    @BeforeContainer
    static void signIn() {
        CodeFlow.of(BANK, App.PORTAL).signIn(BROWSER, Person.ADA);
    }

    @AfterContainer
    static void close() {
        BANK.close();
    }

    @Property(tries = 40)
    void getsItsCodeOnAnyLoopbackPort(@ForAll("loopback") String registered, @ForAll("ports") int port) {
        String uri = registered.replaceFirst("(://[^/]*)/", "$1:" + port + "/");

        Page page = ask(uri);

        assertThat(page.answer().header("Location").orElseThrow()).startsWith(uri + "?code=");
    }

    @Property(tries = 150)
    void getsNothingOnceItIsChanged(@ForAll("registered") String registered, @ForAll("changes") UriChange change) {
        assertSentToRegisteredOnly(change.of(registered));
    }

    @Property(tries = 1000, generation = GenerationMode.EXHAUSTIVE)
    void getsNothingOnceAnythingIsAddedAtASeam(
            @ForAll("registered") String registered, @ForAll Seam seam, @ForAll("telling") String added) {
        int at = seam.in(registered);

        assertSentToRegisteredOnly(registered.substring(0, at) + added + registered.substring(at));
    }

    private static void assertSentToRegisteredOnly(String uri) {
        Page page = ask(uri);

        if (isRegistered(uri)) {
            assertThat(page.answer().header("Location").orElseThrow()).startsWith(uri);
        } else {
            assertThat(page.answer().status()).as(uri).isEqualTo(400);
            assertThat(page.answer().header("Location")).as(uri).isEmpty();
            assertThat(page.document().select("form, a, script, meta[http-equiv]"))
                    .as(uri)
                    .isEmpty();
        }
    }

    @Provide
    Arbitrary<String> loopback() {
        return Arbitraries.of(LOOPBACK);
    }

    @Provide
    Arbitrary<Integer> ports() {
        return Arbitraries.integers().between(0, 65_535);
    }

    @Provide
    Arbitrary<String> registered() {
        return Arbitraries.of(REGISTERED);
    }

    @Provide
    Arbitrary<String> telling() {
        return Arbitraries.of(UriChange.TELLING);
    }

    @Provide
    Arbitrary<UriChange> changes() {
        Arbitrary<String> letters = Arbitraries.oneOf(
                telling(), Arbitraries.strings().ofMinLength(1).ofMaxLength(3));
        return Combinators.combine(Arbitraries.integers().between(0, 60), letters, Arbitraries.of(UriChange.Way.class))
                .as(UriChange::new);
    }

    private static Page ask(String uri) {
        return CodeFlow.of(BANK, App.PLACES.at(uri)).start(BROWSER);
    }

    /** The rule, said in another way than the sandbox does. */
    private static boolean isRegistered(String uri) {
        Matcher parts = PORT.matcher(uri);
        boolean anyPort = parts.matches()
                && LOOPBACK.contains(parts.group(1) + parts.group(3))
                && (parts.group(2) == null || parts.group(2).matches("\\d{0,5}"))
                && (parts.group(2) == null || parts.group(2).isEmpty() || Integer.parseInt(parts.group(2)) <= 65_535);
        return REGISTERED.contains(uri) || anyPort;
    }
}
