package dev.sandbank;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * One environment of a bank, such as {@code cat}: its clients, users, data, tokens and keys are its own.
 *
 * <p>What is true of the sandbox as a whole (clock, faults, journal) is at {@link Sandbank}.
 */
public interface SandbankEnvironment {

    /** Its name in the fixture; empty for the one without a prefix. */
    String name();

    /** Scheme, host, port and prefix, such as {@code http://127.0.0.1:49152/cat}, without a trailing slash. */
    URI baseUrl();

    /** The issuer, exactly as discovery and tokens spell it. It follows the public URL if there is one. */
    URI issuer();

    /** The token endpoint. */
    URI tokenUrl();

    /**
     * The URL of a guarded operation.
     *
     * @param operationId such as {@code getAccount}
     * @param pathArguments a value for each parameter of its path, in order
     * @throws IllegalArgumentException if the bank has no such operation or the arguments do not fit
     */
    URI url(String operationId, String... pathArguments);

    /**
     * A client.
     *
     * @throws IllegalArgumentException if there is none with this id
     */
    SandbankClient client(String id);

    /**
     * A user of the bank.
     *
     * @throws IllegalArgumentException if there is none with this id
     */
    SandbankUser user(String id);

    /**
     * One account, short for {@code resource("accounts", id)}.
     *
     * @throws IllegalArgumentException if there is none with this id
     */
    SandbankResource account(String id);

    /**
     * One entry of a collection.
     *
     * @param collection as fixtures call it, such as {@code accounts}, {@code transfers} or {@code rates}
     * @throws IllegalArgumentException if there is no such collection, or none with this id in it
     */
    SandbankResource resource(String collection, String id);

    /**
     * All entries of a collection, in its order.
     *
     * @throws IllegalArgumentException if there is no such collection
     */
    List<SandbankResource> resources(String collection);

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
    SandbankResource add(String collection, String entry);

    /** Access tokens without HTTP. */
    SandbankTokens tokens();

    /**
     * Signs a user in without a browser: answers an application's authorization request as if the user had followed it, entered
     * name and password, and agreed to all that is asked for. The call is in the journal as any other.
     *
     * <pre>{@code
     * URI callback = bank.signIn(application.authorizationUri(), "ada");
     * application.takes(callback);
     * }</pre>
     *
     * @param authorization the whole URI that the application sends browsers to
     * @param user who signs in
     * @return where the browser is sent then: the application's redirect URI with a code, or with an error
     * @throws IllegalArgumentException if it is no request to the authorization endpoint, there is no such user or none who may
     *     sign in now, or a browser would see a page, as of a redirect URI that is not registered: the last call tells why
     */
    URI signIn(URI authorization, String user);

    /** As {@link #signIn(URI, String)}, by other methods, in another context class or longer ago than the fixture says. */
    URI signIn(URI authorization, String user, Authentication how);

    /** The keys that tokens are signed with. */
    SandbankKeys keys();

    /**
     * What an application has to know to use this bank, as properties that frameworks can take as they are: {@code
     * base-url}, {@code issuer}, {@code token-url}, {@code client-id} and {@code client-secret}, in this order. The client
     * is the first of the fixture that has a secret and may use the client credentials grant; without one the last two
     * are left out.
     *
     * @param prefix what their names begin with, such as {@code bank.}
     */
    Map<String, String> properties(String prefix);

    /**
     * As {@link #properties(String)}, with a client of one's choice; a public one has no {@code client-secret}.
     *
     * @throws IllegalArgumentException if there is no such client
     */
    Map<String, String> properties(String prefix, String client);

    /** The names of operations, clients, users, scopes and refusals that there are. */
    SandbankNames names();
}
