package dev.sandbank;

import dev.sandbank.SandbankNames.Kind;
import dev.sandbank.internal.bank.Environment;
import dev.sandbank.internal.control.EnvironmentControl;
import dev.sandbank.internal.model.Client;
import dev.sandbank.internal.store.Directory;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One environment of a bank, such as {@code cat}: its clients, users, data, tokens and keys are its own.
 *
 * <p>What is true of the sandbox as a whole (clock, faults, journal) is at {@link Sandbank}.
 */
public final class SandbankEnvironment {

    private static final String CLIENT_CREDENTIALS = "client_credentials";

    private final EnvironmentControl control;
    private final URI baseUrl;

    SandbankEnvironment(EnvironmentControl control, URI sandbox) {
        this.control = control;
        this.baseUrl = URI.create(sandbox + environment(control).prefix());
    }

    private static Environment environment(EnvironmentControl control) {
        return control.environment();
    }

    /** Its name in the fixture; empty for the one without a prefix. */
    public String name() {
        String prefix = environment(control).prefix();
        return prefix.isEmpty() ? "" : prefix.substring(1);
    }

    /** Scheme, host, port and prefix, such as {@code http://127.0.0.1:49152/cat}, without a trailing slash. */
    public URI baseUrl() {
        return baseUrl;
    }

    /** The issuer, exactly as discovery and tokens spell it. It follows the public URL if there is one. */
    public URI issuer() {
        return URI.create(environment(control).tokenServer().issuer());
    }

    /** The token endpoint. */
    public URI tokenUrl() {
        String path =
                environment(control).definition().dialect().issuer().endpoints().get("token");
        return URI.create(baseUrl + (path == null ? "" : path));
    }

    /**
     * The URL of a guarded operation.
     *
     * @param operationId such as {@code getAccount}
     * @param pathArguments a value for each parameter of its path, in order
     * @throws IllegalArgumentException if the bank has no such operation or the arguments do not fit
     */
    public URI url(String operationId, String... pathArguments) {
        return environment(control)
                .definition()
                .table()
                .pathOf(operationId, List.of(pathArguments))
                .map(path -> URI.create(baseUrl + path))
                .orElseThrow(() -> new IllegalArgumentException(
                        names().doubt(Kind.OPERATION, operationId).orElse(operationId + " is not guarded")));
    }

    /**
     * A client.
     *
     * @throws IllegalArgumentException if there is none with this id
     */
    public SandbankClient client(String id) {
        return control.client(id);
    }

    /**
     * A user of the bank.
     *
     * @throws IllegalArgumentException if there is none with this id
     */
    public SandbankUser user(String id) {
        return control.user(id);
    }

    /**
     * One account, short for {@code resource("accounts", id)}.
     *
     * @throws IllegalArgumentException if there is none with this id
     */
    public SandbankResource account(String id) {
        return resource("accounts", id);
    }

    /**
     * One entry of a collection.
     *
     * @param collection as fixtures call it, such as {@code accounts}, {@code transfers} or {@code rates}
     * @throws IllegalArgumentException if there is no such collection, or none with this id in it
     */
    public SandbankResource resource(String collection, String id) {
        return control.collection(collection).resource(id);
    }

    /**
     * Adds an entry to a collection; it is the last there.
     *
     * <pre>{@code
     * bank.environment("cat").add("users", "{id: grace, username: grace, password: hopper}");
     * }</pre>
     *
     * @param collection as fixtures call it, such as {@code accounts}, {@code users} or {@code clients}
     * @param entry the entry as a fixture tells it, in YAML or JSON
     * @throws IllegalArgumentException if there is no such collection, or no fixture could have this entry here: the
     *     message says what was found where and what was expected, and nothing has changed
     */
    public SandbankResource add(String collection, String entry) {
        return control.collection(collection).add(entry);
    }

    /** Access tokens without HTTP. */
    public SandbankTokens tokens() {
        return new SandbankTokens(control.tokens());
    }

    /** The keys that tokens are signed with. */
    public SandbankKeys keys() {
        return control.keys();
    }

    /**
     * What an application has to know to use this bank, as properties that frameworks can take as they are: {@code
     * base-url}, {@code issuer}, {@code token-url}, {@code client-id} and {@code client-secret}, in this order. The client
     * is the first of the fixture that has a secret and may use the client credentials grant; without one the last two
     * are left out.
     *
     * @param prefix what their names begin with, such as {@code bank.}
     */
    public Map<String, String> properties(String prefix) {
        return properties(
                prefix,
                new Directory(environment(control).store())
                        .clients().stream()
                                .filter(SandbankEnvironment::isForPrograms)
                                .findFirst());
    }

    /**
     * As {@link #properties(String)}, with a client of one's choice; a public one has no {@code client-secret}.
     *
     * @throws IllegalArgumentException if there is no such client
     */
    public Map<String, String> properties(String prefix, String client) {
        return properties(prefix, Optional.of(control.client(client).known()));
    }

    private static boolean isForPrograms(Client client) {
        return client.secret() != null && !client.disabled() && client.grants().contains(CLIENT_CREDENTIALS);
    }

    private Map<String, String> properties(String prefix, Optional<Client> client) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put(prefix + "base-url", baseUrl().toString());
        properties.put(prefix + "issuer", issuer().toString());
        properties.put(prefix + "token-url", tokenUrl().toString());
        client.ifPresent(known -> {
            properties.put(prefix + "client-id", known.id());
            if (known.secret() != null) {
                properties.put(prefix + "client-secret", known.secret());
            }
        });
        return Collections.unmodifiableMap(properties);
    }

    /** The names of operations, clients, users, scopes and refusals that there are. */
    public SandbankNames names() {
        return control.names();
    }

    @Override
    public String toString() {
        return name().isEmpty() ? baseUrl.toString() : name() + " at " + baseUrl;
    }
}
