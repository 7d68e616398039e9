package dev.sandbank.internal.model.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Where the claims of users and clients are told: as the setting {@link #SETTING} says, else standard claims as OpenID Connect
 * Core §5.4 does, and all others wherever somebody verifies an access token or asks about its user.
 *
 * @param set what the setting says, by the claim's name
 */
public record ClaimRules(Map<String, Rule> set) {

    public static final String SETTING = "claims";

    /** What the facts begin with that are parameters of the request for the token. */
    public static final String PARAMETER = "parameter.";

    /** What a request proves itself with: none of it is told. */
    private static final Set<String> PROOFS = Set.of(
            "client_secret",
            "client_assertion",
            "password",
            "code",
            "code_verifier",
            "refresh_token",
            "assertion",
            "subject_token",
            "actor_token");

    private static final Set<ClaimPlace> ASKED_FOR = Set.of(ClaimPlace.USERINFO, ClaimPlace.ID_TOKEN);

    private static final Map<String, Rule> STANDARD = standard();

    private static final Rule OTHER = new Rule(
            List.of(), Set.of(ClaimPlace.ACCESS_TOKEN, ClaimPlace.INTROSPECTION, ClaimPlace.USERINFO), ASKED_FOR);

    /**
     * Where a claim is told.
     *
     * @param scopes one of which it needs; none for any token
     * @param places where it is told
     * @param asked where it is told if the {@code claims} parameter asks for it (§5.5), whatever the scopes
     */
    public record Rule(List<String> scopes, Set<ClaimPlace> places, Set<ClaimPlace> asked) {

        public boolean tells(ClaimPlace place, Scopes granted) {
            return places.contains(place)
                    && (scopes.isEmpty() || scopes.stream().anyMatch(granted::contains));
        }

        /** Wherever it may be told. */
        public Set<ClaimPlace> all() {
            Set<ClaimPlace> all = new TreeSet<>(asked);
            all.addAll(places);
            return all;
        }

        private Rule changedBy(JsonNode said) {
            Set<ClaimPlace> in = said.has("in") ? ClaimPlace.named(texts(said.path("in"))) : places;
            Set<ClaimPlace> onRequest = new TreeSet<>(ASKED_FOR);
            if (said.has("in")) {
                onRequest.retainAll(in);
            }
            return new Rule(said.has("scope") ? texts(said.path("scope")) : scopes, in, onRequest);
        }
    }

    /** Reads the setting, which the schema has checked. */
    public static ClaimRules of(JsonNode setting) {
        Map<String, Rule> set = new HashMap<>();
        setting.properties()
                .forEach(rule -> set.put(rule.getKey(), usual(rule.getKey()).changedBy(rule.getValue())));
        return new ClaimRules(set);
    }

    /** The parameter that a fact is; nothing if it is none, or one that is told to nobody. */
    public static Optional<String> parameter(String fact) {
        return Optional.of(fact)
                .filter(name -> name.startsWith(PARAMETER))
                .map(name -> name.substring(PARAMETER.length()))
                .filter(name -> !PROOFS.contains(name));
    }

    public Rule of(String claim) {
        Rule own = set.get(claim);
        return own == null ? usual(claim) : own;
    }

    /** The claims of OpenID Connect Core §5.1. */
    public static Set<String> standardNames() {
        return new TreeSet<>(STANDARD.keySet());
    }

    private static Rule usual(String claim) {
        return STANDARD.getOrDefault(claim, OTHER);
    }

    private static Map<String, Rule> standard() {
        Map<String, Rule> rules = new HashMap<>();
        Map.of(
                        "profile",
                        "name family_name given_name middle_name nickname preferred_username profile picture website gender"
                                + " birthdate zoneinfo locale updated_at",
                        "email",
                        "email email_verified",
                        "address",
                        "address",
                        "phone",
                        "phone_number phone_number_verified")
                .forEach((scope, names) -> Stream.of(names.split(" ", -1))
                        .forEach(name ->
                                rules.put(name, new Rule(List.of(scope), Set.of(ClaimPlace.USERINFO), ASKED_FOR))));
        return Collections.unmodifiableMap(rules);
    }

    private static List<String> texts(JsonNode textOrList) {
        List<String> texts = new ArrayList<>();
        if (textOrList.isTextual()) {
            texts.add(textOrList.textValue());
        }
        textOrList.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
