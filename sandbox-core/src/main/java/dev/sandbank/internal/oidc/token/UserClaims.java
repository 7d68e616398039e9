package dev.sandbank.internal.oidc.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.dialect.Templates;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.oauth.ClaimPlace;
import dev.sandbank.internal.model.oauth.ClaimRules;
import dev.sandbank.internal.model.oauth.Client;
import dev.sandbank.internal.model.oauth.Grant;
import dev.sandbank.internal.model.operation.Facts;
import dev.sandbank.internal.oidc.endpoint.OidcContext;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.text.BoundedJson;
import dev.sandbank.internal.text.Fields;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Chooses the claims about the user and the client of a token, by each claim's rule and by the {@code claims} parameter (OpenID Connect
 * Core §5.5). If several have a claim of the same name, the token's own counts first, then the user's, then the client's.
 */
public final class UserClaims {

    private static final String CLAIMS = "claims";

    /** How many users' claims discovery reads, so that it is fast even with very many users. */
    private static final int MOST_USERS = 1000;

    /** The longest form parameter that a claim may use: tokens are sent in header fields. */
    private static final int LONGEST_PARAMETER = 1000;

    private static final String UPDATED_AT = "updated_at";

    private final OidcContext context;
    private final ClaimRules rules;

    public UserClaims(OidcContext context) {
        this.context = context;
        this.rules = ClaimRules.of(context.settings().tree(ClaimRules.SETTING));
    }

    /** Every claim that userinfo or an ID token can have: the standard ones, and those of all clients and of the first users. */
    public Set<String> supported() {
        Set<String> names = ClaimRules.standardNames();
        new Directory(context.store())
                .clients()
                .forEach(client -> client.claims().fieldNames().forEachRemaining(names::add));
        context.store()
                .entries()
                .from(Directory.USERS, 0, MOST_USERS)
                .forEach(user ->
                        user.entry().document().path(CLAIMS).fieldNames().forEachRemaining(names::add));
        names.removeIf(name -> {
            Set<ClaimPlace> places = rules.of(name).all();
            return !places.contains(ClaimPlace.USERINFO) && !places.contains(ClaimPlace.ID_TOKEN);
        });
        return names;
    }

    /**
     * The claims of a grant in one place, such as userinfo.
     *
     * @param claimsParameter the {@code claims} parameter of the authorization request; an empty object if there was none
     */
    ObjectNode told(ClaimPlace place, Grant grant, String claimsParameter) {
        Set<String> asked = asked(claimsParameter, place);
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        Facts facts = facts(grant, Fields.parameters());
        known(grant).properties().forEach(claim -> {
            if (isTold(place, claim.getKey(), grant, asked)) {
                put(told, claim.getKey(), Templates.fill(claim.getValue(), facts));
            }
        });
        grant.content().claims().properties().stream()
                .filter(claim -> isTold(place, claim.getKey(), grant, asked))
                .forEach(claim -> told.set(claim.getKey(), claim.getValue()));
        return told;
    }

    private boolean isTold(ClaimPlace place, String claim, Grant grant, Set<String> asked) {
        ClaimRules.Rule rule = rules.of(claim);
        return rule.tells(place, grant.scopes())
                || (asked.contains(claim) && rule.asked().contains(place));
    }

    /** All claims of a grant as they are now, with templates that are not filled yet. */
    private ObjectNode known(Grant grant) {
        ObjectNode known = JsonNodeFactory.instance.objectNode();
        context.client(grant.client()).map(Client::claims).ifPresent(claims -> fill(known, claims));
        grant.forUser()
                .flatMap(id -> context.store().entries().find(Directory.USERS, id))
                .ifPresent(user -> {
                    known.put(UPDATED_AT, user.updatedAt().getEpochSecond());
                    fill(known, user.document().path(CLAIMS));
                });
        return known;
    }

    private static void fill(ObjectNode known, JsonNode claims) {
        claims.properties().forEach(claim -> known.set(claim.getKey(), claim.getValue()));
    }

    /**
     * The claims that a token stores: its own, and those of its client that use parameters of the token request.
     *
     * @param own templates by name
     */
    JsonNode kept(Client client, Grant grant, JsonNode own, Fields form) {
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        Facts facts = facts(grant, form);
        client.claims().properties().stream()
                .filter(claim ->
                        Templates.names(claim.getValue()).anyMatch(fact -> fact.startsWith(ClaimRules.PARAMETER)))
                .forEach(claim -> put(kept, claim.getKey(), Templates.fill(claim.getValue(), facts)));
        own.properties().forEach(claim -> put(kept, claim.getKey(), Templates.fill(claim.getValue(), facts)));
        return kept;
    }

    /** Adds a claim. If a template's fact is missing, the claim is left out. */
    static void put(ObjectNode claims, String name, JsonNode value) {
        if (!value.isMissingNode()) {
            claims.set(name, value);
        }
    }

    /** The facts that templates of claims may use. */
    public Facts facts(Grant grant, Fields form) {
        Function<String, @Nullable Object> ofGrant = context.consents().facts(grant);
        return name -> switch (name) {
            case "scope" -> grant.scopes().toString();
            case "scopes" -> grant.scopes().names();
            case "issuer" -> context.issuer().id();
            case "api-url" -> context.issuer().apiUrl();
            default ->
                name.startsWith(ClaimRules.PARAMETER)
                        ? ClaimRules.parameter(name)
                                .flatMap(form::first)
                                .filter(value -> value.length() <= LONGEST_PARAMETER)
                                .orElse(null)
                        : ofGrant.apply(name);
        };
    }

    /** A user's name as pages show it. */
    public String nameOf(String userId) {
        return context.store()
                .entries()
                .find(Directory.USERS, userId)
                .map(UserClaims::nameOf)
                .orElse(userId);
    }

    public static String nameOf(Entry user) {
        return user.document().path(CLAIMS).path("name").asText(user.id());
    }

    private static Set<String> asked(String claimsParameter, ClaimPlace place) {
        Set<String> names = new TreeSet<>();
        String member = place == ClaimPlace.ID_TOKEN ? "id_token" : place.word();
        parse(claimsParameter).path(member).fieldNames().forEachRemaining(names::add);
        return names;
    }

    public static JsonNode parse(String claimsParameter) {
        return BoundedJson.find(claimsParameter)
                .orElseThrow(() -> new IllegalStateException("the claims parameter was checked when it came in"));
    }
}
