package dev.sandbank;

import dev.sandbank.internal.bank.Bank;
import dev.sandbank.internal.bank.Library;
import dev.sandbank.internal.bank.PreparedFixture;
import dev.sandbank.internal.control.BankControl;
import dev.sandbank.internal.denial.AuthPaths;
import dev.sandbank.internal.denial.Catalogue;
import dev.sandbank.internal.fixture.KeySet;
import dev.sandbank.internal.http.BankHandler;
import dev.sandbank.internal.http.Port;
import dev.sandbank.internal.http.PortUnavailableException;
import dev.sandbank.internal.http.RequestHandler;
import dev.sandbank.internal.oidc.sign.KeyFile;
import dev.sandbank.internal.site.OwnSite;
import dev.sandbank.internal.site.PublicHosts;
import dev.sandbank.internal.tls.ServerIdentity;
import dev.sandbank.internal.webhook.send.ReceiverHosts;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Configures a sandbox before it starts; every setting has a safe default. */
@Stable
public final class SandbankBuilder {

    private static final String LOOPBACK = "127.0.0.1";

    private Supplier<PreparedFixture> fixture = () -> Library.ofProcess().named("apiture");
    private String host = LOOPBACK;
    private int port;
    private @Nullable PublicUrl publicUrl;
    private final List<String> publicHosts = new ArrayList<>();
    private Optional<Path> keys = Optional.empty();
    private Consumer<Exchange> observer = call -> {};
    private boolean decisionHeader;
    private boolean https;
    private HttpControls httpControls = HttpControls.ON_THIS_MACHINE;
    private @Nullable AtServer server;
    private final Set<String> receivers = new TreeSet<>();
    private final Set<String> saidOfThisJvm = new TreeSet<>();

    SandbankBuilder() {}

    /** Sets the fixture: a built-in name, else a class-path resource, else a file. Default: {@code apiture}. */
    public SandbankBuilder fixture(String nameOrPath) {
        this.fixture = () -> Library.ofProcess().named(nameOrPath);
        return this;
    }

    /** Sets the fixture as YAML or JSON text. */
    public SandbankBuilder fixtureText(String text) {
        this.fixture = () -> Library.ofProcess().text("inline fixture", text);
        return this;
    }

    /** Sets the port; with 0, the default, the system picks a free one. */
    public SandbankBuilder port(int number) {
        this.port = Port.require(number);
        return this;
    }

    /**
     * Sets the address to listen at. Default: {@code 127.0.0.1}. Any address but loopback lets the whole network in, with the
     * clients and secrets of the fixture; to control the sandbox over HTTP you then need a {@link #controlToken}.
     */
    public SandbankBuilder host(String address) {
        saidOfThisJvm.add("host");
        boolean bracketed = address.startsWith("[") && address.endsWith("]");
        this.host = bracketed ? address.substring(1, address.length() - 1) : address;
        return this;
    }

    /**
     * Sets the URL by which callers know the sandbox behind a proxy: issuer and links then begin with it.
     *
     * @throws IllegalArgumentException if it is not an absolute http or https URL, or has a user, query or fragment
     */
    public SandbankBuilder publicUrl(URI url) {
        return publicUrl(url.toString());
    }

    /**
     * The same, with <code>{port}</code> for the port that the sandbox gets, which a {@code URI} cannot contain:
     *
     * <pre>{@code
     * Sandbank.builder().publicUrl("http://host.testcontainers.internal:{port}").start();
     * }</pre>
     *
     * @throws IllegalArgumentException if it is not an absolute http or https URL, or has a user, query or fragment
     */
    public SandbankBuilder publicUrl(String url) {
        saidOfThisJvm.add("publicUrl");
        this.publicUrl = new PublicUrl(url);
        return this;
    }

    /**
     * Adds names by which callers know the sandbox. If a call has one of them in {@code Host}, issuer, links and tokens have that name;
     * for all other calls they do not change. So a browser finds the sandbox at {@code localhost} and a container at its service's name,
     * and tokens of one are good for the other. With a {@link #controlToken} you can control it by these names, too.
     *
     * @param names hosts, with a port if it is not the sandbox's own: {@code sandbank}, {@code localhost:18080}
     * @throws IllegalArgumentException if one is not a host
     */
    public SandbankBuilder publicHost(String... names) {
        saidOfThisJvm.add("publicHost");
        Stream.of(names).map(PublicHosts::require).forEach(publicHosts::add);
        return this;
    }

    /**
     * Makes the sandbox speak https (TLS 1.2 and 1.3) instead of http, in all its URLs. It makes a new certificate at each start, for
     * {@code localhost}, {@code 127.0.0.1}, {@code ::1}, the {@link #host}, the host of the {@link #publicUrl} and each {@link
     * #publicHost}. Only clients that use {@link Sandbank#sslContext()} or {@link Sandbank#certificate()} trust it.
     */
    public SandbankBuilder https() {
        saidOfThisJvm.add("https");
        this.https = true;
        return this;
    }

    /**
     * Keeps the private signing keys in a file, so that the next sandbox has the same keys. The file is a JSON Web Key Set (RFC 7517); the
     * sandbox makes it if it does not exist, and adds the keys that it makes until a rotation. Keys of the fixture come first. Only the
     * environment without a prefix uses the file.
     */
    public SandbankBuilder keysIn(Path file) {
        saidOfThisJvm.add("keysIn");
        this.keys = Optional.of(file);
        return this;
    }

    /**
     * Lets webhooks post to a host besides this machine. Whoever may control the sandbox can then make it post to any port there.
     *
     * @param host a name or an address, without scheme and port: {@code receiver.test}, {@code [2001:db8::1]}
     * @throws IllegalArgumentException if it is anything else
     */
    @Experimental
    public SandbankBuilder mayDeliverTo(String host) {
        saidOfThisJvm.add("mayDeliverTo");
        receivers.addAll(ReceiverHosts.require(Set.of(host)));
        return this;
    }

    /** Calls the consumer for every call after its decision, on the thread that serves it. */
    public SandbankBuilder onCall(Consumer<Exchange> told) {
        saidOfThisJvm.add("onCall");
        this.observer = told;
        return this;
    }

    /**
     * Adds a header {@code Sandbank-Decision} to every reply, for tests that cannot read the journal, like the setting {@code
     * decisionHeader}. Default: off, because no bank does this.
     */
    public SandbankBuilder decisionHeader() {
        this.decisionHeader = true;
        return this;
    }

    /**
     * Sets the bearer token that callers must send to control the sandbox over HTTP, below {@code /_sandbank/api}. Default: none, so
     * every program on this machine can control it. If other machines can reach the sandbox, nobody can control it over HTTP without
     * a token.
     *
     * @param token 1 to 512 letters, digits and {@code -._~+/}; {@code =} at its end
     * @throws IllegalArgumentException if it is anything else
     */
    public SandbankBuilder controlToken(String token) {
        this.httpControls = new HttpControls(httpControls.wanted(), token, httpControls.console());
        return this;
    }

    /** Turns control over HTTP off, like the setting {@code controlApi: false}: {@code /_sandbank/api} is a path like any other. */
    public SandbankBuilder withoutControlApi() {
        saidOfThisJvm.add("withoutControlApi");
        this.httpControls = new HttpControls(false, httpControls.token(), false);
        return this;
    }

    /** Leaves out the page for browsers at {@code /_sandbank/}. The control API, which it uses, stays. */
    @Experimental
    public SandbankBuilder withoutConsole() {
        saidOfThisJvm.add("withoutConsole");
        this.httpControls = new HttpControls(httpControls.wanted(), httpControls.token(), false);
        return this;
    }

    /**
     * Makes the sandbox at a running server, such as {@code serve}, instead of this JVM. It can do everything that one in this JVM can,
     * over HTTP, and shares nothing with others there. The server closes it at {@link Sandbank#close()}, or an hour after it was last
     * used.
     *
     * <pre>{@code
     * Sandbank bank = Sandbank.builder().fixture("uphold").atServer(URI.create("http://127.0.0.1:8080")).start();
     * }</pre>
     *
     * <p>Sandbank reads the fixture here and sends it there; its bank must be a built-in one, or that of the server's own fixture, by name.
     * A {@link #port} is one of the server's machine; without it, the sandbox is below a path of the server. The {@link #controlToken} is
     * the server's, by default that of the environment variable {@code SANDBANK_CONTROL_TOKEN}. This JVM must trust an https server.
     *
     * @throws IllegalArgumentException if it is not an http or https URL
     */
    public SandbankBuilder atServer(URI url) {
        this.server = new AtServer(url);
        return this;
    }

    /**
     * Lists every way in which the bank can refuse an operation under this fixture, in the order of the gates, without starting a
     * sandbox.
     *
     * @param operationId such as {@code createTransfer}
     * @param gates only denials of these gates, such as {@code scope}; default: all
     * @throws IllegalArgumentException if there is no such operation or gate
     * @throws SandbankException if the fixture is bad
     */
    @Experimental
    public List<Denial> denials(String operationId, String... gates) {
        try (Catalogue catalogue = Catalogue.of(prepared())) {
            return catalogue.of(operationId, List.of(gates));
        }
    }

    /**
     * Lists every way of a blocked user to every operation under this fixture: through each kind of client that can call for
     * the user, with each grant that it has. It does not start a sandbox.
     *
     * @throws IllegalArgumentException if the fixture has no such user
     * @throws SandbankException if the fixture is bad
     */
    @Experimental
    public List<AuthPath> authPaths(String user) {
        try (AuthPaths paths = AuthPaths.of(prepared())) {
            return paths.of(user);
        }
    }

    /**
     * Starts the sandbox, and returns when it answers.
     *
     * @throws SandbankException if the fixture is bad, the port is taken, or the server does not make the sandbox
     * @throws IllegalStateException if you set something that has no meaning at a server
     */
    public Sandbank start() {
        return server == null
                ? startHere()
                : server.start(prepared(), port, decisionHeader, saidOfThisJvm, httpControls.token());
    }

    private Sandbank startHere() {
        Port.wakeMeanwhile();
        CompletableFuture<URI> listening = new CompletableFuture<>();
        PublicUrl known = publicUrl;
        ServerNames names = new ServerNames(host, https, known, publicHosts);
        CompletableFuture<String> publicBase =
                listening.thenApply(own -> known == null ? own.toString() : known.at(own.getPort()));
        PublicHosts hosts = new PublicHosts(publicHosts, publicBase::join, listening::join);
        PreparedFixture prepared = prepared();
        Optional<KeyFile> kept =
                keys.map(file -> FixtureReading.unlessBad(() -> KeySet.open(file, prepared.fixture())));
        Bank bank = new Bank(prepared, hosts, decisionHeader, 1);
        kept.ifPresent(bank::keepKeysIn);
        bank.deliverAlsoTo(receivers);
        bank.journal().listen(observer);
        try {
            ServerIdentity identity = https ? names.identity(bank) : null;
            BankControl control = new BankControl(bank, listening::join, identity == null ? null : identity.pem());
            RequestHandler own = new OwnSite(new BankHandler(bank), bank);
            SSLContext tls = identity == null ? null : identity.server();
            RequestHandler site = httpControls.before(own, control, host, names.known(), tls);
            Port open = Port.open(host, port, hosts.before(site), tls);
            listening.complete(names.baseUrl(open.number()));
            return new RunningSandbank(bank, open, listening.join(), identity);
        } catch (PortUnavailableException e) {
            bank.close();
            throw new SandbankException(String.valueOf(e.getMessage()), List.of(), e);
        } catch (RuntimeException e) {
            bank.close();
            throw e;
        }
    }

    private PreparedFixture prepared() {
        return FixtureReading.unlessBad(fixture);
    }
}
