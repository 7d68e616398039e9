package dev.sandbank.internal.oidc.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.oauth.Scopes;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.store.Store;
import dev.sandbank.internal.text.BoundedJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What is told about a user: by scope (OpenID Connect Core §5.4), or as the {@code claims} parameter asks (§5.5). */
public final class UserClaims {

    /** The standard claims of each standard scope. */
    private static final Map<String, List<String>> BY_SCOPE = Map.of(
            "profile",
            List.of(
                    ("name family_name given_name middle_name nickname preferred_username profile picture website gender"
                                    + " birthdate zoneinfo locale updated_at")
                            .split(" ")),
            "email",
            List.of("email", "email_verified"),
            "address",
            List.of("address"),
            "phone",
            List.of("phone_number", "phone_number_verified"));

    private final Store store;

    public UserClaims(Store store) {
        this.store = store;
    }

    /** Every claim that can be told at all. */
    public static List<String> all() {
        Set<String> names = new TreeSet<>();
        BY_SCOPE.values().forEach(names::addAll);
        return List.copyOf(names);
    }

    /** What userinfo tells: the claims of the scopes, and those asked for one by one. */
    ObjectNode forUserinfo(String user, Scopes scopes, String claimsParameter) {
        List<String> names = new ArrayList<>();
        BY_SCOPE.forEach((scope, claims) -> {
            if (scopes.contains(scope)) {
                names.addAll(claims);
            }
        });
        names.addAll(asked(claimsParameter, "userinfo"));
        return tell(user, names);
    }

    /** What an ID token tells besides its own: only what was asked for one by one. */
    ObjectNode forIdToken(String user, String claimsParameter) {
        return tell(user, asked(claimsParameter, "id_token"));
    }

    private ObjectNode tell(String user, List<String> names) {
        ObjectNode known = known(user);
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        for (String name : names) {
            if (known.has(name)) {
                told.set(name, known.path(name));
            }
        }
        return told;
    }

    private ObjectNode known(String user) {
        ObjectNode known = JsonNodeFactory.instance.objectNode();
        store.entries().find(Directory.USERS, user).ifPresent(entry -> fill(known, entry));
        return known;
    }

    private static void fill(ObjectNode known, Entry user) {
        JsonNode claims = user.document().path("claims");
        claims.properties().forEach(claim -> known.set(claim.getKey(), claim.getValue()));
        if (!known.has("updated_at")) {
            known.put("updated_at", user.updatedAt().getEpochSecond());
        }
    }

    /** A user's name for people. */
    public String nameOf(String userId) {
        return store.entries()
                .find(Directory.USERS, userId)
                .map(UserClaims::nameOf)
                .orElse(userId);
    }

    public static String nameOf(Entry user) {
        return user.document().path("claims").path("name").asText(user.id());
    }

    private static List<String> asked(String claimsParameter, String where) {
        List<String> names = new ArrayList<>();
        parse(claimsParameter).path(where).fieldNames().forEachRemaining(names::add);
        return names;
    }

    public static JsonNode parse(String claimsParameter) {
        return BoundedJson.find(claimsParameter)
                .orElseThrow(() -> new IllegalStateException("the claims parameter was checked when it came in"));
    }
}
