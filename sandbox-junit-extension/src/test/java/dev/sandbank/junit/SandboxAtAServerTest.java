package dev.sandbank.junit;

import static dev.sandbank.DenialReason.ENTITLEMENT_MISSING;
import static dev.sandbank.DenialReason.SUBJECT_BLOCKED;
import static dev.sandbank.DenialReason.TOKEN_UNKNOWN;
import static dev.sandbank.junit.SandbankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.BadToken;
import dev.sandbank.Sandbank;
import dev.sandbank.junit.kit.Caller;
import dev.sandbank.junit.kit.Http;
import dev.sandbank.junit.kit.Requests;
import dev.sandbank.junit.kit.Sample;
import dev.sandbank.junit.kit.SampleRun;
import dev.sandbank.junit.kit.Witness;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same tests pass, and the same wrong ones fail, whether their sandboxes run in their JVM or at a server. */
@Execution(ExecutionMode.SAME_THREAD)
class SandboxAtAServerTest {

    private static final String SERVER = "http://127.0.0.1:17342";
    private static final Sandbank RUNNING = Sandbank.builder().port(17_342).start();

    @AfterAll
    static void close() {
        RUNNING.close();
    }

    @ParameterizedTest
    @ValueSource(classes = {Here.class, There.class})
    void doesAllThatTestsWant(Class<?> sample) {
        SampleRun run = SampleRun.passing(sample);

        assertThat(run.told("url")).hasSizeGreaterThan(20);
        assertThat(run.told("server")).isEqualTo(Set.of(String.valueOf(sample == There.class)));
        assertThat(left()).isZero();
    }

    @ParameterizedTest
    @ValueSource(classes = {WrongHere.class, WrongThere.class})
    void tellsWrongTests(Class<?> sample) {
        SampleRun run = SampleRun.of(sample);

        assertThat(run.results().testEvents().succeeded().list()).isEmpty();
        assertThat(run.failures())
                .extracting(Throwable::getMessage)
                .anyMatch(message -> message.contains("there is no client \"ada-bacth\", did you mean \"ada-batch\"?"))
                .anyMatch(
                        message -> message.contains("@Blocked") && message.contains("user mallory is already blocked"))
                .anyMatch(message -> message.contains("fault 1 answers 503, to createTransfer"))
                .anyMatch(message -> message.contains("no assertion checks these refusals"))
                .anyMatch(message -> message.contains("The test passed, but the expected call did not arrive"));
    }

    @ParameterizedTest
    @ValueSource(classes = {SharedHere.class, SharedThere.class, JvmWideHere.class, JvmWideThere.class})
    void isSharedByTests(Class<?> sample) {
        SampleRun run = SampleRun.passing(sample);

        assertThat(run.told("url")).hasSize(1);
        assertThat(left()).isZero();
    }

    @Test
    void isMadeForAFieldToo() {
        assertThat(SampleRun.passing(InAField.class).told("server")).containsExactly("true");
    }

    @Test
    void isToldOfAUrlThatIsNone() {
        assertThat(SampleRun.of(WithoutScheme.class).failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .hasMessageContaining(
                                "the URL of a server looks like http://127.0.0.1:8080, not like 127.0.0.1:8080"));
    }

    @Test
    void isToldOfAServerThatIsNot() {
        assertThat(SampleRun.of(Nowhere.class).failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .hasMessageContainingAll(
                                "@WithSandbank(\"apiture\") cannot start",
                                "no Sandbank answers at http://127.0.0.1:1/_sandbank/api: nothing listens there"));
    }

    private static long left() {
        return Http.body(URI.create(SERVER + "/_sandbank/api/sandboxes"), "").split("\"id\"", -1).length - 1L;
    }

    abstract static class Features {

        private URI accounts;

        @BeforeEach
        void look(@BaseUrl URI url, @Issuer URI issuer, Witness witness) {
            witness.tells("url", url.toString());
            witness.tells("server", String.valueOf(url.toString().startsWith(SERVER + "/")));
            accounts = URI.create(url + "/banking/accounts");
            assertThat(issuer.toString()).startsWith(url + "/");
        }

        @Test
        void tokens(
                Sandbank bank, @TokenFor(client = "mobile-app", user = "bob", scopes = "banking/read") String token) {
            assertThat(Http.get(accounts, token)).contains(200);
            assertThat(bank).lastCall().wasForUser("bob").wasAllowed();
            assertThat(bank).calls().to("listAccounts").hasSize(1);
        }

        @Test
        @Blocked("ada")
        void blocked(Sandbank bank, @TokenFor("ada-batch") String token) {
            Http.get(accounts, token);
            assertThat(bank).lastCall().wasRefused(SUBJECT_BLOCKED).withStatus(403);
        }

        @Test
        @WithoutPermission(user = "ada", account = "acct-4f81c0", permission = "view")
        void withoutPermission(Sandbank bank, @TokenFor("ada-batch") String token) {
            Http.get(bank.url("getAccount", "acct-4f81c0"), token);
            assertThat(bank).lastCall().wasRefused(ENTITLEMENT_MISSING).naming("view");
        }

        @Test
        @ClockAt("2031-03-03T09:00:00Z")
        void clock(Sandbank bank) {
            assertThat(bank.clock().now()).isEqualTo(Instant.parse("2031-03-03T09:00:00Z"));
        }

        @Test
        @Fixture(text = "{extends: apiture, users: [{id: zoe, username: zoe, password: z}]}")
        void fixture(Sandbank bank) {
            assertThat(bank.user("zoe").status()).isEqualTo("active");
        }

        @Test
        void faults(Sandbank bank, @TokenFor("ada-batch") String token) {
            bank.faults().on("listAccounts").next(1).fail(503);
            assertThat(Http.get(accounts, token)).contains(503);
            assertThat(Http.get(accounts, token)).contains(200);
        }

        @Test
        void denial(Sandbank bank) {
            bank.expectDenial(TOKEN_UNKNOWN, () -> Http.get(accounts, "none"));
        }

        @Test
        void waiting(Sandbank bank) {
            Thread call = new Thread(() -> Http.get(accounts, "none"));
            call.start();
            assertThat(bank).eventually(Duration.ofSeconds(20)).calls().wereRefused(TOKEN_UNKNOWN);
        }

        @ParameterizedTest
        @Denials(
                value = "getAccount",
                gates = {"token", "scope", "blocked"})
        void denials(ArrangedDenial denial) {
            assertThat(Requests.send(denial.request()).statusCode()).isEqualTo(denial.status());
        }

        @ParameterizedTest
        @BadTokens(client = "ada-batch")
        void badTokens(BadToken bad, Sandbank bank) {
            assertThat(new Caller(bank).getWith(bad.authorization(), "listAccounts"))
                    .isEqualTo(bad.status());
        }

        @ParameterizedTest
        @EveryAuthPath(value = "ada", operations = "listAccounts")
        void authPaths(ArrangedAuthPath path) {
            assertThat(Requests.send(path.request()).statusCode()).isEqualTo(path.status());
        }
    }

    @Sample
    @WithSandbank("apiture")
    static class Here extends Features {}

    @Sample
    @WithSandbank(value = "apiture", url = SERVER)
    static class There extends Features {}

    abstract static class Wrong {

        @Test
        void misspelt(@TokenFor("ada-bacth") String token) {}

        @Test
        @Blocked("mallory")
        void idle(Sandbank bank) {}

        @Test
        void faultThatNeverStrikes(Sandbank bank) {
            bank.faults().on("createTransfer").next(1).fail(503);
        }

        @Test
        void refusalThatNobodySpokeOf(Sandbank bank) {
            Http.get(URI.create(bank.baseUrl() + "/banking/accounts"), "none");
        }

        @ParameterizedTest
        @Denials(value = "getAccount", gates = "blocked")
        void denialThatIsNotMet(ArrangedDenial denial) {}
    }

    @Sample
    @WithSandbank(value = "apiture", strict = true)
    static class WrongHere extends Wrong {}

    @Sample
    @WithSandbank(value = "apiture", strict = true, url = SERVER)
    static class WrongThere extends Wrong {}

    abstract static class Shared {

        @BeforeAll
        static void look(Sandbank bank, Witness witness) {
            witness.tells("url", bank.baseUrl().toString());
        }

        @Test
        void one(Sandbank bank, Witness witness) {
            witness.tells("url", bank.baseUrl().toString());
        }

        @Test
        void other(Sandbank bank, Witness witness) {
            witness.tells("url", bank.baseUrl().toString());
        }
    }

    @Sample
    @WithSandbank(value = "apiture", lifetime = Lifetime.CLASS)
    static class SharedHere extends Shared {}

    @Sample
    @WithSandbank(value = "apiture", lifetime = Lifetime.CLASS, url = SERVER)
    static class SharedThere extends Shared {}

    @Sample
    @WithSandbank(value = "apiture", lifetime = Lifetime.JVM, name = "here")
    static class JvmWideHere extends Shared {}

    @Sample
    @WithSandbank(value = "apiture", lifetime = Lifetime.JVM, url = SERVER)
    static class JvmWideThere extends Shared {}

    @Sample
    static class InAField {

        @RegisterExtension
        private final SandbankExtension bank = SandbankExtension.builder()
                .fixture("uphold")
                .atServer(URI.create(SERVER))
                .build();

        @Test
        void runs(Witness witness) {
            witness.tells(
                    "server",
                    String.valueOf(bank.sandbank().baseUrl().toString().startsWith(SERVER)));
        }
    }

    @Sample
    @WithSandbank(value = "apiture", url = "http://127.0.0.1:1")
    static class Nowhere {

        @Test
        void runs(Sandbank bank) {}
    }

    @Sample
    @WithSandbank(value = "apiture", url = "127.0.0.1:8080")
    static class WithoutScheme {

        @Test
        void runs(Sandbank bank) {}
    }
}
