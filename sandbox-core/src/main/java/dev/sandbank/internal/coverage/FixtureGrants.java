package dev.sandbank.internal.coverage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.Coverage.Grant;
import dev.sandbank.internal.bank.Bank;
import dev.sandbank.internal.bank.Environment;
import dev.sandbank.internal.model.oauth.Scopes;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the fixture grants in one environment, and how many allowed calls needed it.
 *
 * @param at the environment
 * @param name its name, empty for the one without a prefix
 */
record FixtureGrants(Environment at, String name) {

    private static final int MOST = 5_000;

    /** Returns the grants of all environments, as many as are counted. */
    static List<Grant> of(Bank bank) {
        return bank.environments().values().stream()
                .sorted(Comparator.comparing(Environment::prefix))
                .map(environment ->
                        new FixtureGrants(environment, environment.prefix().replaceFirst("^/", "")))
                .flatMap(grants -> Stream.concat(grants.scopes(), grants.permissions()))
                .limit(MOST)
                .toList();
    }

    private Stream<Grant> scopes() {
        return at.realm().clients().stream().flatMap(this::scopes);
    }

    private Stream<Grant> scopes(ObjectNode client) {
        String id = client.path("id").asText();
        Scopes held = Scopes.of(texts(client.path("scopes")).toList());
        Map<String, Long> needed = at.used().scopes(id, held);
        return held.names().stream()
                .map(scope ->
                        new Grant(name, id, scope, "", "", needed.containsKey(scope), needed.getOrDefault(scope, 0L)));
    }

    private Stream<Grant> permissions() {
        return at.realm().entitlements().stream()
                .flatMap(entitlement -> at.definition().dialect().entitlements().entrySet().stream()
                        .filter(kind -> entitlement.has(kind.getKey()))
                        .flatMap(kind -> permissions(
                                entitlement, kind.getKey(), kind.getValue().collection())));
    }

    private Stream<Grant> permissions(ObjectNode entitlement, String kind, String collection) {
        String user = entitlement.path("user").asText();
        String resource = entitlement.path(kind).asText();
        return texts(entitlement.path("allow"))
                .sorted()
                .map(permission -> new Grant(
                        name,
                        user,
                        permission,
                        kind,
                        resource,
                        true,
                        at.used().permission(user, collection, resource, permission)));
    }

    private static Stream<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asText);
    }
}
