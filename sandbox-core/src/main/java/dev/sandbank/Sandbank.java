package dev.sandbank;

import dev.sandbank.internal.bank.Bank;
import dev.sandbank.internal.control.BankControl;
import dev.sandbank.internal.denial.AuthPaths;
import dev.sandbank.internal.denial.Catalogue;
import dev.sandbank.internal.http.Port;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

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
 * <p>Sandboxes share nothing: any number can run side by side in one JVM. All methods are safe for use by many threads.
 */
public final class Sandbank implements AutoCloseable {

    private final Bank bank;
    private final Port port;
    private final URI baseUrl;
    private final BankControl control;
    private final AtomicBoolean closed = new AtomicBoolean();

    Sandbank(Bank bank, Port port, URI baseUrl) {
        this.bank = bank;
        this.port = port;
        this.baseUrl = baseUrl;
        this.control = new BankControl(bank);
    }

    /**
     * Starts a sandbox on a free loopback port.
     *
     * @param fixture a built-in fixture ({@code apiture}, {@code uphold}), else a class-path resource, else a file
     * @throws SandbankException if the fixture is bad; the message lists every problem
     */
    public static Sandbank start(String fixture) {
        return builder().fixture(fixture).start();
    }

    /** Says more about a sandbox before it starts. */
    public static SandbankBuilder builder() {
        return new SandbankBuilder();
    }

    /** The name of the bank's dialect, such as {@code uphold}. */
    public String bankName() {
        return bank.prepared().definition().dialect().name();
    }

    /** Scheme, host and port, such as {@code http://127.0.0.1:49152}, without a trailing slash. */
    public URI baseUrl() {
        return baseUrl;
    }

    /** The issuer, exactly as discovery and tokens spell it. It follows the public URL if there is one. */
    public URI issuer() {
        return environment("").issuer();
    }

    /** The token endpoint. */
    public URI tokenUrl() {
        return environment("").tokenUrl();
    }

    /**
     * The URL of a guarded operation such as {@code getAccount}, with a value for each parameter of its path, in order.
     *
     * @throws IllegalArgumentException if the bank has no such operation or the arguments do not fit
     */
    public URI url(String operationId, String... pathArguments) {
        return environment("").url(operationId, pathArguments);
    }

    /** A client, as {@link SandbankEnvironment#client}, without a prefix. */
    public SandbankClient client(String id) {
        return environment("").client(id);
    }

    /** A user of the bank, as {@link SandbankEnvironment#user}, without a prefix. */
    public SandbankUser user(String id) {
        return environment("").user(id);
    }

    /** One account, short for {@code resource("accounts", id)}. */
    public SandbankResource account(String id) {
        return environment("").account(id);
    }

    /** One entry of a collection, such as {@code transfers}, as {@link SandbankEnvironment#resource}. */
    public SandbankResource resource(String collection, String id) {
        return environment("").resource(collection, id);
    }

    /** Adds an entry, such as a user or an account: as {@link SandbankEnvironment#add} does, without a prefix. */
    public SandbankResource add(String collection, String entry) {
        return environment("").add(collection, entry);
    }

    /** Access tokens without HTTP. */
    public SandbankTokens tokens() {
        return environment("").tokens();
    }

    /** The keys that tokens are signed with. */
    public SandbankKeys keys() {
        return environment("").keys();
    }

    /** What an application has to know, for frameworks: {@link SandbankEnvironment#properties(String)}, without a prefix. */
    public Map<String, String> properties(String prefix) {
        return environment("").properties(prefix);
    }

    /** The same with a client of one's choice: {@link SandbankEnvironment#properties(String, String)}. */
    public Map<String, String> properties(String prefix, String client) {
        return environment("").properties(prefix, client);
    }

    /**
     * One environment of the fixture; the methods above are short for the one without a prefix.
     *
     * @param name its name, such as {@code cat}; empty for the one without a prefix
     * @throws IllegalArgumentException if the fixture has none of this name
     */
    public SandbankEnvironment environment(String name) {
        return new SandbankEnvironment(control.environment(name), baseUrl);
    }

    /** The names of the fixture's environments; the one without a prefix has none. */
    public Set<String> environmentNames() {
        return control.environmentNames();
    }

    /** The clock that everything goes by. */
    public SandbankClock clock() {
        return control.clock();
    }

    /** What goes wrong on purpose. */
    public SandbankFaults faults() {
        return control.faults();
    }

    /** What happened so far. */
    public SandbankJournal journal() {
        return bank.journal();
    }

    /** The names of operations, clients, users, scopes and refusals that there are. */
    public SandbankNames names() {
        return control.names();
    }

    /** As {@link SandbankBuilder#denials}, at the sandbox's time; whatever else was changed since the start does not count. */
    public List<SandbankDenial> denials(String operationId, String... gates) {
        return SandbankDenial.all(Catalogue.of(bank.prepared(), bank.clock().get()), operationId, gates);
    }

    /** As {@link SandbankBuilder#authPaths}, at the sandbox's time; whatever else was changed since the start does not count. */
    public List<SandbankAuthPath> authPaths(String user) {
        return SandbankAuthPath.all(AuthPaths.of(bank.prepared(), bank.clock().get()), user);
    }

    Bank bank() {
        return bank;
    }

    /** Something that a test does and that may throw. */
    @FunctionalInterface
    public interface Action {
        void perform() throws Exception;
    }

    /**
     * Does something that this sandbox is to refuse for this reason, so that no test passes because nothing happened.
     *
     * <pre>{@code
     * Exchange denied = bank.expectDenial(Refusals.TOKEN_EXPIRED, () -> payouts.pay("ada", "10.00"));
     * }</pre>
     *
     * <p>What counts are the calls that arrive while the action runs, those of other threads among them. What the action
     * throws once it was refused so is taken as its answer to that; an {@link Error} is passed on.
     *
     * @param refusal the reason, one of {@link Refusals} or a bank's own
     * @return the first call that was refused for this reason
     * @throws AssertionError if none was; it tells what happened instead, gate by gate, and names that look misspelt
     */
    public Exchange expectDenial(String refusal, Action action) {
        return new ExpectedDenial(refusal, bank.journal(), names()).during(action);
    }

    /**
     * The present state as a fixture in YAML, passwords and secrets included: a sandbox that starts from it goes on from
     * here, with the same ids, times and order of everything, the same balances and what is due due at the same moment.
     *
     * <p>Not in it: tokens, sign-ins, sessions, consents, signing keys, used client assertions, requests counted towards
     * limits, faults and the journal. It stands alone, and names the dialect of a bank of one's own by its absolute path.
     */
    public String export() {
        return control.export();
    }

    /** Goes back to the fixture: its users, clients, data and clock; no token, fault or call is left. */
    public void reset() {
        control.reset();
    }

    /** Ends the sandbox at once, with its port, its connections and all its state. Closing again does nothing. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            bank.closing();
            port.close();
            bank.close();
        }
    }

    @Override
    public String toString() {
        return bankName() + " at " + baseUrl;
    }
}
