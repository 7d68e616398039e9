package dev.sandbank;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * One environment of a bank, such as {@code cat}, with its own clients, users, data, tokens and keys.
 *
 * <p>Clock, faults and journal belong to the whole sandbox, see {@link Sandbank}.
 */
@Stable
public interface SandbankEnvironment {

    /** Its name in the fixture; empty for the one without a prefix. */
    String name();

    /** Scheme, host, port and prefix, such as {@code http://127.0.0.1:49152/cat}, without a trailing slash. */
    URI baseUrl();

    /** The issuer, exactly as discovery and tokens spell it; it follows the public URL if there is one. */
    URI issuer();

    /** The URL of the token endpoint. */
    URI tokenUrl();

    /**
     * Returns the URL of an operation of the bank.
     *
     * @param operationId such as {@code getAccount}
     * @param pathArguments a value for each parameter of its path, in order
     * @throws IllegalArgumentException if the bank has no such operation or the arguments do not fit
     */
    URI url(String operationId, String... pathArguments);

    /**
     * Finds an OAuth client.
     *
     * @throws IllegalArgumentException if there is none with this id
     */
    SandbankClient client(String id);

    /**
     * Finds a user of the bank.
     *
     * @throws IllegalArgumentException if there is none with this id
     */
    SandbankUser user(String id);

    /**
     * Finds an account, short for {@code resource("accounts", id)}.
     *
     * @throws IllegalArgumentException if there is none with this id
     */
    SandbankResource account(String id);

    /**
     * Finds an entry of a collection.
     *
     * @param collection as fixtures call it, such as {@code accounts}, {@code transfers} or {@code rates}
     * @throws IllegalArgumentException if there is no such collection, or it has no entry with this id
     */
    SandbankResource resource(String collection, String id);

    /**
     * Returns all entries of a collection, in its order.
     *
     * @throws IllegalArgumentException if there is no such collection
     */
    List<SandbankResource> resources(String collection);

    /**
     * Adds an entry at the end of a collection.
     *
     * <pre>{@code
     * bank.environment("cat").add("users", "{id: grace, username: grace, password: hopper}");
     * }</pre>
     *
     * @param collection as fixtures call it, such as {@code accounts}, {@code users} or {@code clients}
     * @param entry the entry as in a fixture, in YAML or JSON
     * @throws IllegalArgumentException if there is no such collection, or a fixture could not have this entry here: the
     *     message says what is wrong where and what was expected, and nothing has changed
     */
    SandbankResource add(String collection, String entry);

    /** Issues and ends access tokens without HTTP. */
    SandbankTokens tokens();

    /**
     * Signs a user in without a browser: answers an application's authorization request as if the user had followed it, entered
     * name and password, and agreed to everything. The call is in the journal like any other.
     *
     * <pre>{@code
     * URI callback = bank.signIn(application.authorizationUri(), "ada");
     * application.takes(callback);
     * }</pre>
     *
     * @param authorization the whole URI to which the application sends browsers
     * @param user the id of the user who signs in
     * @return the URI to which the browser is sent back: the application's redirect URI with a code, or with an error
     * @throws IllegalArgumentException if this is not a request to the authorization endpoint, the user does not exist or may not
     *     sign in now, or a browser would see a page, as for a redirect URI that is not registered: the last call says why
     */
    URI signIn(URI authorization, String user);

    /** Like {@link #signIn(URI, String)}, by other methods, in another context class or longer ago than the fixture says. */
    URI signIn(URI authorization, String user, Authentication how);

    /**
     * What a client or user holds, and no allowed call needed since the start: of a client scopes such as {@code banking/write}, of a user
     * permissions such as {@code transferTo on acct-4f81c0}. A fixture without them would do, as far as calls were made.
     *
     * <p>It does not look at scopes that no operation asks for, such as {@code openid}. A permission counts as needed if the gate {@code
     * entitlement} asked for it, and not if a reply shows it.
     *
     * @param id the id of the client or user
     * @throws IllegalArgumentException if there is neither
     */
    @Experimental
    List<String> unusedGrants(String id);

    /** The keys that sign tokens. */
    SandbankKeys keys();

    /**
     * What the bank tells its applications: events and their deliveries.
     *
     * @throws IllegalArgumentException if the bank has no events
     */
    @Experimental
    SandbankWebhooks webhooks();

    /**
     * Returns the properties that an application needs to use this bank, for a framework's configuration: {@code base-url},
     * {@code issuer}, {@code token-url}, {@code client-id} and {@code client-secret}, in this order. The client is the first of
     * the fixture that has a secret and may use the client credentials grant; if there is none, the last two are left out.
     *
     * @param prefix the beginning of their names, such as {@code bank.}
     */
    Map<String, String> properties(String prefix);

    /**
     * Like {@link #properties(String)}, with a client of your choice; a public client has no {@code client-secret}.
     *
     * @throws IllegalArgumentException if there is no such client
     */
    Map<String, String> properties(String prefix, String client);

    /** All known names of operations, clients, users, scopes and refusals. */
    SandbankNames names();
}
