package dev.sandbank.internal.model.oauth;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The places where claims are shown, each with its reserved names. */
public enum ClaimPlace {
    /** RFC 9068 §2.2. */
    ACCESS_TOKEN("accessToken", "client_id", "scope", "auth_time", "acr", "amr"),
    /** RFC 7662 §2.2. */
    INTROSPECTION("introspection", "active", "scope", "client_id", "username", "token_type"),
    /** OpenID Connect Core §5.3.2. */
    USERINFO("userinfo"),
    /** OpenID Connect Core §2 and §3.3.2.11. */
    ID_TOKEN("idToken", "azp", "nonce", "auth_time", "acr", "amr", "sid", "at_hash", "c_hash", "s_hash");

    /** The claims of every JWT (RFC 7519 §4.1). */
    private static final List<String> REGISTERED = List.of("iss", "sub", "aud", "exp", "nbf", "iat", "jti");

    private final String word;
    private final String reserved;

    ClaimPlace(String word, String... reserved) {
        this.word = word;
        this.reserved = String.join(" ", reserved);
    }

    /** Returns its name in fixtures. */
    public String word() {
        return word;
    }

    /** Returns the names that are reserved in any of these places. */
    public static Set<String> reserved(Set<ClaimPlace> places) {
        Set<String> names = new TreeSet<>(REGISTERED);
        places.stream()
                .flatMap(place -> Stream.of(place.reserved.split(" ")))
                .filter(name -> !name.isEmpty())
                .forEach(names::add);
        return names;
    }

    static Set<ClaimPlace> named(Iterable<String> words) {
        Set<ClaimPlace> places = EnumSet.noneOf(ClaimPlace.class);
        for (String word : words) {
            for (ClaimPlace place : values()) {
                if (place.word.equals(word)) {
                    places.add(place);
                }
            }
        }
        return places;
    }
}
