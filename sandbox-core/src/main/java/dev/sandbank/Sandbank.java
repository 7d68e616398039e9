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
 * <p>What an environment can do is done here to the one without a prefix, but {@link #names()} has those of all.
 *
 * <p>Sandboxes share nothing: any number can run side by side in one JVM. All methods are safe for use by many threads.
 */
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

    /** Says more about a sandbox before it starts. */
    static SandbankBuilder builder() {
        return new SandbankBuilder();
    }

    /** The name of the bank's dialect, such as {@code uphold}. */
    String bankName();

    /**
     * One environment of the fixture; the sandbox itself is the one without a prefix.
     *
     * @param name its name, such as {@code cat}; empty for the one without a prefix
     * @throws IllegalArgumentException if the fixture has none of this name
     */
    SandbankEnvironment environment(String name);

    /** The names of the fixture's environments; the one without a prefix has none. */
    Set<String> environmentNames();

    /**
     * Trusts this sandbox, which {@link SandbankBuilder#https()} made speak https, and nobody else.
     *
     * <pre>{@code
     * HttpClient client = HttpClient.newBuilder().sslContext(bank.sslContext()).build();
     * }</pre>
     *
     * @throws IllegalStateException if the sandbox speaks plain HTTP
     */
    SSLContext sslContext();

    /**
     * The certificate that clients have to trust, as PEM (RFC 7468), for those that take no {@link #sslContext()}.
     *
     * @throws IllegalStateException if the sandbox speaks plain HTTP
     */
    String certificate();

    /** The clock that everything goes by. */
    SandbankClock clock();

    /** What goes wrong on purpose. */
    SandbankFaults faults();

    /** What happened so far. */
    SandbankJournal journal();

    /** The names of operations, clients, users, scopes and refusals that there are, in all environments together. */
    @Override
    SandbankNames names();

    /** As {@link SandbankBuilder#denials}, at the sandbox's time; whatever else was changed since the start does not count. */
    List<Denial> denials(String operationId, String... gates);

    /** As {@link SandbankBuilder#authPaths}, at the sandbox's time; whatever else was changed since the start does not count. */
    List<AuthPath> authPaths(String user);

    /** Something that a test does and that may throw. */
    @FunctionalInterface
    interface Action {
        void perform() throws Exception;
    }

    /**
     * Does something that this sandbox is to refuse for this reason, so that no test passes because nothing happened.
     *
     * <pre>{@code
     * Exchange denied = bank.expectDenial(DenialReason.TOKEN_EXPIRED, () -> payouts.pay("ada", "10.00"));
     * }</pre>
     *
     * <p>It fails, too, if a call that writes is allowed meanwhile. More about what counts, and about what the action throws, is
     * told at {@link DenialExpectation}.
     *
     * @param reason one of {@link DenialReason} or a bank's own
     * @return the first call that was refused for this reason
     * @throws AssertionError if none was; it tells what happened instead, gate by gate, and names that look misspelt
     */
    default Exchange expectDenial(String reason, Action action) {
        return expectDenial(reason).during(action);
    }

    /** The same, and only a denial of this operation, or of this endpoint of the token server, counts. */
    default Exchange expectDenial(String reason, String operation, Action action) {
        return expectDenial(reason).of(operation).during(action);
    }

    /** The same for an action that is to throw an exception of this type, which is returned. */
    default <T extends Throwable> T expectDenial(String reason, Class<T> thrown, Action action) {
        return expectDenial(reason).during(thrown, action);
    }

    /** Says more about a denial that is expected. */
    @CheckReturnValue
    DenialExpectation expectDenial(String reason);

    /**
     * The present state as a fixture in YAML, passwords and secrets included: a sandbox that starts from it goes on from
     * here, with the same ids, times and order of everything, the same balances and what is due due at the same moment.
     *
     * <p>Not in it: tokens, sign-ins, sessions, consents, signing keys, used client assertions, requests counted towards
     * limits, faults and the journal. It stands alone, and names the dialect of a bank of one's own by its absolute path.
     */
    String export();

    /**
     * Goes over to another fixture, all at once, as if this sandbox had been started from it: nothing of the present state is left, no
     * token, fault or call. URL and port stay, and {@link #reset()} goes back to this fixture from then on.
     *
     * @param text the fixture in YAML or JSON; {@code "extends: uphold"} is one
     * @throws SandbankException if the fixture is bad; the message lists every problem, and nothing has changed
     */
    void loadFixture(String text);

    /** Goes back to the fixture: its users, clients, data and clock; no token, fault or call is left. */
    void reset();

    /**
     * Goes back to the fixture as {@link #reset()} does, but tokens and login sessions stay good, for an application that lives longer than
     * a test and keeps its token.
     *
     * <p>What was revoked, spent, ended or has expired stays so. What the fixture's clients and users could not have is revoked: that of
     * clients or users it does not know, that of disabled ones, and scopes that a client does not have there. A clock that is set back
     * takes the tokens along: each has as long to live as before.
     */
    void resetKeepingTokens();

    /**
     * Ends the sandbox as a server ends: it takes no connection any more, answers the calls that are under way, delayed ones too, and
     * then closes. Meanwhile {@code /_sandbank/health/ready} answers 503.
     *
     * @param patience how long it waits for them; what is not answered then is cut off
     */
    void closeGracefully(Duration patience);

    /** Ends the sandbox at once, with its port, its connections and all its state. Closing again does nothing. */
    @Override
    void close();
}
