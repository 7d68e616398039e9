package dev.sandbank;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLContext;

/**
 * A running sandbox of one bank: its token server and its guarded API, on a port of its own, until it is closed.
 *
 * <pre>{@code
 * try (Sandbank bank = Sandbank.start("uphold")) {
 *     URI accounts = bank.url("core.list-accounts");
 *     String token = bank.tokens().forClient("payouts");
 * }
 * }</pre>
 *
 * <p>The methods of an environment act on the one without a prefix here, except {@link #names()}, which returns those of all.
 *
 * <p>Sandboxes share nothing: any number can run side by side in one JVM. All methods are safe for use by many threads.
 */
@Stable
public sealed interface Sandbank extends SandbankEnvironment, AutoCloseable permits RunningSandbank, ServedSandbank {

    /**
     * Starts a sandbox on a free loopback port.
     *
     * @param fixture a built-in fixture ({@code apiture}, {@code uphold}), else a class-path resource, else a file
     * @throws SandbankException if the fixture is bad; the message lists every problem
     */
    static Sandbank start(String fixture) {
        return builder().fixture(fixture).start();
    }

    /** Configures a sandbox before it starts. */
    static SandbankBuilder builder() {
        return new SandbankBuilder();
    }

    /** The name of the bank's dialect, such as {@code uphold}. */
    String bankName();

    /**
     * Returns one environment of the fixture; the sandbox itself is the one without a prefix.
     *
     * @param name its name, such as {@code cat}; empty for the one without a prefix
     * @throws IllegalArgumentException if the fixture has no environment of this name
     */
    SandbankEnvironment environment(String name);

    /** The names of the fixture's environments; the one without a prefix has no name. */
    Set<String> environmentNames();

    /**
     * Returns a TLS context for clients that trusts this sandbox and nobody else, if {@link SandbankBuilder#https()} was set.
     *
     * <pre>{@code
     * HttpClient client = HttpClient.newBuilder().sslContext(bank.sslContext()).build();
     * }</pre>
     *
     * @throws IllegalStateException if the sandbox speaks plain HTTP
     */
    SSLContext sslContext();

    /**
     * The certificate that clients have to trust, as PEM (RFC 7468), for clients that cannot take an {@link #sslContext()}.
     *
     * @throws IllegalStateException if the sandbox speaks plain HTTP
     */
    String certificate();

    /** The clock of the sandbox, which its tokens and dates follow. */
    SandbankClock clock();

    /** Lets calls go wrong on purpose. */
    SandbankFaults faults();

    /** The calls so far, with the decision on each. */
    SandbankJournal journal();

    /** All known names of operations, clients, users, scopes and refusals, in all environments together. */
    @Override
    SandbankNames names();

    /** Like {@link SandbankBuilder#denials}, at the sandbox's time; it ignores all other changes since the start. */
    @Experimental
    List<Denial> denials(String operationId, String... gates);

    /** Like {@link SandbankBuilder#authPaths}, at the sandbox's time; it ignores all other changes since the start. */
    @Experimental
    List<AuthPath> authPaths(String user);

    /**
     * Which gates were seen to let calls pass and to refuse them, since the start or since the last fixture was loaded. Resets, and calls that
     * the journal no longer keeps, change nothing.
     */
    @Experimental
    Coverage coverage();

    /** What clients do wrong, or could do better, as the calls show that the journal keeps; the worst first. */
    @Experimental
    default List<Finding> findings() {
        return findings(journal().calls());
    }

    /**
     * The same for some calls only, in the order of their numbers.
     *
     * <p>A mistake is no finding if this test expected all refusals that show it, with {@link #expectDenial} or an assertion: then
     * the test made it on purpose.
     */
    @Experimental
    List<Finding> findings(List<Exchange> calls);

    /** Code of a test that may throw. */
    @FunctionalInterface
    interface Action {
        void perform() throws Exception;
    }

    /**
     * Runs an action, and fails unless this sandbox refuses a call for this reason meanwhile, so that no test passes because
     * nothing happened.
     *
     * <pre>{@code
     * Exchange denied = bank.expectDenial(DenialReason.TOKEN_EXPIRED, () -> payouts.pay("ada", "10.00"));
     * }</pre>
     *
     * <p>It also fails if the sandbox allows a call that writes meanwhile. {@link DenialExpectation} says which calls count, and
     * what happens to exceptions of the action.
     *
     * @param reason one of {@link DenialReason} or a bank's own
     * @return the first call that was refused for this reason
     * @throws AssertionError if none was; the message says what happened instead, gate by gate, and which names look misspelt
     */
    default Exchange expectDenial(String reason, Action action) {
        return expectDenial(reason).during(action);
    }

    /** The same, but counts only a denial of this operation, or of this endpoint of the token server. */
    default Exchange expectDenial(String reason, String operation, Action action) {
        return expectDenial(reason).of(operation).during(action);
    }

    /** The same, but the action must also throw an exception of this type, which is returned. */
    default <T extends Throwable> T expectDenial(String reason, Class<T> thrown, Action action) {
        return expectDenial(reason).during(thrown, action);
    }

    /** Describes an expected denial in more detail. */
    @CheckReturnValue
    DenialExpectation expectDenial(String reason);

    /**
     * Returns the present state as a fixture in YAML, with passwords and secrets. A sandbox that starts from it goes on from
     * here, with the same ids, times, order and balances, and with the same events due at the same moments.
     *
     * <p>The fixture leaves out tokens, sign-ins, sessions, consents, signing keys, used client assertions, requests counted towards
     * limits, faults and the journal. It extends no other fixture, and names the dialect of your own bank by its absolute path.
     */
    String export();

    /**
     * Replaces the fixture, as if this sandbox had been started from the new one: no token, fault, call or other state is left.
     * URL and port stay, and {@link #reset()} goes back to the new fixture from then on.
     *
     * @param text the fixture in YAML or JSON; {@code "extends: uphold"} is one
     * @throws SandbankException if the fixture is bad; the message lists every problem, and nothing has changed
     */
    void loadFixture(String text);

    /** Goes back to the fixture, with its users, clients, data and clock; no token, fault or call is left. */
    void reset();

    /**
     * Goes back to the fixture like {@link #reset()}, but keeps tokens and login sessions, for an application that lives longer
     * than a test and keeps its token.
     *
     * <p>Revoked, spent, ended and expired tokens stay so. The sandbox revokes what the fixture's clients and users could not have:
     * tokens of clients or users that the fixture does not know or that are disabled there, and tokens with scopes that the client
     * does not have there. If the clock is set back, the tokens go along: each has as long to live as before.
     */
    void resetKeepingTokens();

    /**
     * Stops the sandbox as one stops a server: it accepts no new connection, answers the calls under way, also delayed ones, and
     * then closes. Meanwhile {@code /_sandbank/health/ready} answers 503.
     *
     * @param patience how long it waits for these calls; then it cuts off the rest
     */
    void closeGracefully(Duration patience);

    /** Stops the sandbox at once, with its port, its connections and all its state. Closing it again does nothing. */
    @Override
    void close();
}
