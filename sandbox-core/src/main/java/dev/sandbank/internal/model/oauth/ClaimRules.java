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
 * Where the claims of users and clients are shown: in the places that the setting {@link #SETTING} names; by default
 * standard claims as in OpenID Connect Core §5.4, and all others wherever a client verifies an access token or asks
 * about its user.
 *
 * @param set the rules of the setting, by the claim's name
 */
public record ClaimRules(Map<String, Rule> set) {

    public static final String SETTING = "claims";

    /** The prefix of facts that are parameters of the token request. */
    public static final String PARAMETER = "parameter.";

    /** Parameters by which a request proves its origin: claims never show them. */
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
     * Where a claim is shown.
     *
     * @param scopes one of which it needs; none for any token
     * @param places where it is shown
     * @param asked where it is shown if the {@code claims} parameter asks for it (§5.5), regardless of scopes
     */
    public record Rule(List<String> scopes, Set<ClaimPlace> places, Set<ClaimPlace> asked) {

        public boolean tells(ClaimPlace place, Scopes granted) {
            return places.contains(place)
                    && (scopes.isEmpty() || scopes.stream().anyMatch(granted::contains));
        }

        /** Returns all places where it can be shown. */
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

    /** Returns the parameter that a fact stands for; empty if it is none, or a secret one. */
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

    /** Returns the claims of OpenID Connect Core §5.1. */
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
