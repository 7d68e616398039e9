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
 * @param claims what is told of it in tokens and about them, as templates by name; nothing if that is nothing
 * @param registration what it is registered with besides
 * @param disabled whether nothing is issued to it any more and its tokens are refused
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
     * What a client is registered with besides (OpenID Connect Dynamic Client Registration 1.0 §2).
     *
     * @param name its name for people
     * @param redirectUris where codes may be sent
     * @param postLogoutRedirectUris where a browser may be sent after signing out
     * @param idTokenAlg what its ID tokens are signed with
     * @param userinfoAlg what its userinfo replies are signed with, or null for plain JSON
     * @param accessTokenAlg what its access tokens are signed with if they are JWTs, or null for what the bank does
     * @param accessTokenFormat {@code opaque} or {@code jwt}, or null for what the bank does
     * @param audience whom its tokens are for, or none for the bank's own API
     * @param encryption how what is issued to it is encrypted to one of its keys; empty for not at all
     * @param jwks its public keys as a JSON text, or null
     */
    public record Registration(
            String name,
            List<String> redirectUris,
            List<String> postLogoutRedirectUris,
            String idTokenAlg,
            @Nullable String userinfoAlg,
            @Nullable String accessTokenAlg,
            @Nullable String accessTokenFormat,
            Audience audience,
            Map<Encrypted, Encryption> encryption,
            @Nullable String jwks) {

        /** How something is encrypted to it, if it is. */
        public Optional<Encryption> encryption(Encrypted what) {
            return Optional.ofNullable(encryption.get(what));
        }
    }

    /**
     * What can be encrypted to a client.
     *
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

        /** What fixtures call it. */
        public String member() {
            return member;
        }
    }

    /**
     * How something is encrypted (RFC 7516 §4.1).
     *
     * @param alg how the key of the content is agreed on or encrypted
     * @param enc how the content is
     */
    public record Encryption(String alg, String enc) {

        /** The content encryption where none is said (OpenID Connect Dynamic Client Registration 1.0 §2). */
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
