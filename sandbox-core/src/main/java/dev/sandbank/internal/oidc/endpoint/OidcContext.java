package dev.sandbank.internal.oidc.endpoint;

import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.dialect.StateRule;
import dev.sandbank.internal.fixture.problem.DidYouMean;
import dev.sandbank.internal.gate.Verdict;
import dev.sandbank.internal.model.Ids;
import dev.sandbank.internal.model.Settings;
import dev.sandbank.internal.model.oauth.Audience;
import dev.sandbank.internal.model.oauth.Client;
import dev.sandbank.internal.model.oauth.Client.Encrypted;
import dev.sandbank.internal.model.oauth.Client.Encryption;
import dev.sandbank.internal.model.oauth.Client.Registration;
import dev.sandbank.internal.model.oauth.Consents;
import dev.sandbank.internal.model.oauth.Grant;
import dev.sandbank.internal.model.oauth.OAuthCause;
import dev.sandbank.internal.model.oauth.Scopes;
import dev.sandbank.internal.model.oauth.SigningAlgorithms;
import dev.sandbank.internal.model.oauth.User;
import dev.sandbank.internal.oidc.sign.Encrypter;
import dev.sandbank.internal.oidc.sign.SigningKeys;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.store.Store;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What all parts of one token server share.
 *
 * @param dialect the bank's dialect
 * @param settings the settings of the fixture
 * @param store the state, shared with the guarded API
 * @param ids makes names and secrets
 * @param issuer its URLs
 * @param keys the keys that it signs with
 * @param consents the consents that users gave
 */
public record OidcContext(
        Dialect dialect,
        Settings settings,
        Store store,
        Ids ids,
        IssuerUrls issuer,
        SigningKeys keys,
        Consents consents) {

    public Instant now() {
        return store.now();
    }

    public Optional<Client> client(String id) {
        return new Directory(store).client(id);
    }

    /** The algorithms of ID tokens: the bank's first one, which is the default, and those that clients are registered for. */
    public List<String> idTokenAlgorithms() {
        return algorithms(Registration::idTokenAlg);
    }

    /** The algorithms of signed userinfo replies. */
    public List<String> userinfoAlgorithms() {
        return algorithms(Registration::userinfoAlg);
    }

    /** All algorithms that this server signs with. */
    public List<String> signingAlgorithms() {
        Set<String> used = new HashSet<>(idTokenAlgorithms());
        used.addAll(userinfoAlgorithms());
        used.addAll(algorithms(client -> isJwt(client) ? accessTokenAlgorithm(client) : null));
        return SigningAlgorithms.ALL.stream().filter(used::contains).toList();
    }

    private List<String> algorithms(Function<Registration, @Nullable String> registered) {
        Set<String> used = new HashSet<>();
        used.add(dialect.issuer().signingAlgorithms().get(0));
        new Directory(store)
                .clients().stream()
                        .map(client -> registered.apply(client.registration()))
                        .forEach(used::add);
        return SigningAlgorithms.ALL.stream().filter(used::contains).toList();
    }

    /** Whether a client's access tokens are JWTs. */
    public boolean isJwt(Registration client) {
        return Optional.ofNullable(client.accessTokenFormat())
                .orElse(dialect.tokens().format())
                .equals("jwt");
    }

    /** The algorithm of a client's access tokens, if they are JWTs. */
    public String accessTokenAlgorithm(Registration client) {
        return Optional.ofNullable(client.accessTokenAlg())
                .orElse(dialect.tokens().algorithm());
    }

    /**
     * Encrypts a text if the client is registered for that; otherwise returns it as it is.
     *
     * @param nested whether the text is a JWT itself
     */
    public String encrypted(Client client, Encrypted what, String text, boolean nested) {
        String jwks = Objects.requireNonNullElse(client.registration().jwks(), "{}");
        return client.registration()
                .encryption(what)
                .map(how -> Encrypter.encrypted(text, nested, how, jwks))
                .orElse(text);
    }

    /** The encryptions that clients are registered for, each once. */
    public List<Encryption> encryptions(Encrypted what) {
        return new Directory(store)
                .clients().stream()
                        .flatMap(client -> client.registration().encryption(what).stream())
                        .distinct()
                        .toList();
    }

    /** Starts to make a key in the background, if keys are published: a client is likely to ask for them soon. */
    public void prepareKeys() {
        if (has("jwks")) {
            keys.prepare(signingAlgorithms());
        }
    }

    /** A sentence that says that there is no such client. */
    public String noClient(String id) {
        List<String> known =
                new Directory(store).clients().stream().map(Client::id).toList();
        return "There is no client " + OAuthError.quoted(id) + DidYouMean.hint(id, known);
    }

    /** Says why a user may not sign in who is not {@linkplain #isEligible eligible}. */
    public String ineligible(String userId) {
        return "The user " + userId + " is "
                + user(userId).map(user -> user.status().word()).orElse("gone");
    }

    /** Refuses scopes that the client does not have; the refusal names the first of them. */
    public <C> Verdict<C> scopeRefused(Client client, Scopes asked, Scopes held) {
        String said = "The client does not have every scope it asks for";
        String lacking = asked.names().stream()
                .filter(name -> !held.contains(name))
                .findFirst()
                .orElse("");
        Set<String> all = dialect.allScopes();
        if (!all.contains(lacking)) {
            return OAuthError.refuse(
                    OAuthCause.INVALID_SCOPE_UNKNOWN,
                    said,
                    "The bank has no scope " + OAuthError.quoted(lacking) + DidYouMean.hint(lacking, all));
        }
        return client.scopes().contains(lacking)
                ? OAuthError.refuse(
                        OAuthCause.INVALID_SCOPE_OF_PEOPLE,
                        said,
                        "The scope " + lacking + " is about a person who signs in, but nobody signed in")
                : OAuthError.refuse(
                        OAuthCause.INVALID_SCOPE_NOT_HELD,
                        said,
                        "The client " + client.id() + " does not have the scope " + lacking + "; it has "
                                + (held.isEmpty() ? "none" : held));
    }

    /** A user in any state. */
    public Optional<User> user(String id) {
        return new Directory(store).user(id);
    }

    /** Whether the bank has an endpoint of this name. */
    public boolean has(String endpoint) {
        return dialect.issuer().endpoints().containsKey(endpoint);
    }

    /** Whether clients may use the PKCE method {@code plain}. */
    public boolean allowsPlainPkce() {
        return has("authorization") && settings.flag("allowPlainPkce");
    }

    /** Whether Sandbank leaves out scopes that the client does not have, instead of refusing the request (RFC 6749 §3.3). */
    public boolean narrowsScopes() {
        return dialect.issuer().excessScope().equals("narrow");
    }

    /**
     * Whether a user may sign in and have tokens in the user's present state. A user who is gone or disabled never may; for other
     * states the dialect says so.
     */
    public boolean isEligible(String userId) {
        return user(userId)
                .filter(user -> !user.status().isDisabled())
                .filter(user -> dialect.state(user.status())
                        .filter(StateRule::coversTokens)
                        .isEmpty())
                .isPresent();
    }

    /** The audience of a token. */
    public Audience audience(Grant grant) {
        return Optional.of(grant.content().audience())
                .filter(said -> !said.isEmpty())
                .orElseGet(() -> Audience.of(List.of(issuer.audience())));
    }

    /** Whether a token is valid now: not expired, not revoked, with a valid consent, and of a user who may have one. */
    public boolean isGood(Grant grant) {
        return !grant.revoked()
                && !grant.expiredAt(now())
                && consents.ended(grant.consent()).isEmpty()
                && grant.forUser().map(this::isEligible).orElse(true);
    }
}
