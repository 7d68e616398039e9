package dev.sandbank.internal.model.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A registered OAuth client.
 *
 * @param id the {@code client_id}
 * @param secret the {@code client_secret}, or null for a public client
 * @param scopes what it may be granted
 * @param grants the grant types it is registered for
 * @param authMethods how it may authenticate at the token endpoint
 * @param boundUser the one user that its own tokens stand for, or null
 * @param claims its own claims, as templates by name; missing if there are none
 * @param registration its further metadata
 * @param disabled whether it gets no tokens any more and its old ones are refused
 */
public record Client(
        String id,
        @Nullable String secret,
        Scopes scopes,
        List<String> grants,
        List<String> authMethods,
        @Nullable String boundUser,
        JsonNode claims,
        Registration registration,
        boolean disabled) {

    /**
     * The further metadata of a client (OpenID Connect Dynamic Client Registration 1.0 §2).
     *
     * @param name its name for people
     * @param redirectUris where codes may be sent
     * @param postLogoutRedirectUris where a browser may be sent after signing out
     * @param logout where it is told that a session of its has ended, or null if it is not
     * @param idTokenAlg the algorithm that signs its ID tokens
     * @param userinfoAlg the algorithm that signs its userinfo replies, or null for plain JSON
     * @param accessTokenAlg the algorithm that signs its access tokens if they are JWTs, or null for the bank's
     * default
     * @param accessTokenFormat {@code opaque} or {@code jwt}, or null for the bank's default
     * @param audience the audience of its tokens; empty for the bank's own API
     * @param encryption how each thing issued to it is encrypted to one of its keys; empty for not at all
     * @param jwks its public keys as a JSON text, or null
     */
    public record Registration(
            String name,
            List<String> redirectUris,
            List<String> postLogoutRedirectUris,
            @Nullable BackChannelLogout logout,
            String idTokenAlg,
            @Nullable String userinfoAlg,
            @Nullable String accessTokenAlg,
            @Nullable String accessTokenFormat,
            Audience audience,
            Map<Encrypted, Encryption> encryption,
            @Nullable String jwks) {

        /** Returns how something for it is encrypted, if it is. */
        public Optional<Encryption> encryption(Encrypted what) {
            return Optional.ofNullable(encryption.get(what));
        }
    }

    /**
     * How a client is told that a session has ended (OpenID Connect Back-Channel Logout 1.0 §2.2).
     *
     * @param uri where it takes logout tokens
     * @param isSessionRequired whether it wants them to name the session
     */
    public record BackChannelLogout(String uri, boolean isSessionRequired) {}

    /**
     * The things that can be encrypted to a client.
     *
     * @see Registration#encryption
     * @see Registration#encryption
     */
    public enum Encrypted {
        ID_TOKEN("idTokenEncryption"),
        USERINFO("userinfoEncryption"),
        ACCESS_TOKEN("accessTokenEncryption");

        private final String member;

        Encrypted(String member) {
            this.member = member;
        }

        /** Returns its name in fixtures. */
        public String member() {
            return member;
        }
    }

    /**
     * How something is encrypted (RFC 7516 §4.1).
     *
     * @param alg the algorithm by which the content's key is agreed on or encrypted
     * @param enc the algorithm that encrypts the content
     */
    public record Encryption(String alg, String enc) {

        /** The default content encryption (OpenID Connect Dynamic Client Registration 1.0 §2). */
        public static final String USUAL = "A128CBC-HS256";
    }

    public boolean isPublic() {
        return secret == null && registration.jwks() == null;
    }

    public boolean mayAuthenticateBy(String method) {
        return authMethods.contains(method);
    }

    public Optional<String> user() {
        return Optional.ofNullable(boundUser);
    }

    @Override
    public String toString() {
        return "client " + id;
    }
}
