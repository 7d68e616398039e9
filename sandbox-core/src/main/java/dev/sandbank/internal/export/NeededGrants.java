package dev.sandbank.internal.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.Coverage;
import dev.sandbank.Coverage.Grant;
import dev.sandbank.internal.fixture.CheckedFixture;
import dev.sandbank.internal.fixture.EnvironmentFixture;
import dev.sandbank.internal.store.Directory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes a fixture without the grants that no allowed call needed.
 *
 * @param grants all that it grants
 */
public record NeededGrants(List<Grant> grants) {

    private static final String ENTITLEMENTS = "entitlements";
    private static final String ALLOWED = "allow";
    private static final String SCOPES = "scopes";
    private static final String ENVIRONMENTS = "environments";

    /**
     * What holds the same grants: a client, or a link of a user to a resource.
     *
     * @param kind the kind of the resource; empty for a client
     */
    private record Holder(String environment, String id, String kind, String resource) {

        static Holder of(Grant grant) {
            return new Holder(grant.environment(), grant.holder(), grant.kind(), grant.resource());
        }

        boolean isClient() {
            return kind.isEmpty();
        }

        String list() {
            return isClient() ? Directory.CLIENTS : ENTITLEMENTS;
        }

        String granted() {
            return isClient() ? SCOPES : ALLOWED;
        }

        boolean isIn(JsonNode entry) {
            return isClient()
                    ? entry.path("id").asText().equals(id)
                    : entry.path("user").asText().equals(id)
                            && entry.path(kind).asText().equals(resource);
        }

        ObjectNode entry() {
            ObjectNode entry = JsonNodeFactory.instance.objectNode();
            return isClient() ? entry.put("id", id) : entry.put("user", id).put(kind, resource);
        }
    }

    /** Returns the entries that grant too much as YAML, with what is left to grant; empty if there are none. */
    public static String entries(Coverage coverage) {
        NeededGrants needed = new NeededGrants(coverage.grants());
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        needed.tooLarge().forEach((holder, unused) -> {
            ObjectNode entry = holder.entry();
            ArrayNode left = entry.putArray(holder.granted());
            needed.grants.stream()
                    .filter(grant -> Holder.of(grant).equals(holder) && !grant.isUnused())
                    .forEach(grant -> left.add(grant.name()));
            realm(root, holder.environment()).withArray(holder.list()).add(entry);
        });
        return YamlText.of(root);
    }

    private static ObjectNode realm(ObjectNode root, String environment) {
        return environment.isEmpty()
                ? root
                : root.withObjectProperty(ENVIRONMENTS).withObjectProperty(environment);
    }

    private Map<Holder, List<String>> tooLarge() {
        Map<Holder, List<String>> all = new LinkedHashMap<>();
        grants.stream()
                .filter(Grant::isUnused)
                .forEach(grant -> all.merge(
                        Holder.of(grant),
                        List.of(grant.name()),
                        (some, more) ->
                                Stream.of(some, more).flatMap(List::stream).toList()));
        return all;
    }

    /**
     * Returns the text of the smaller fixture: the same file, in which entries of files that it extends are replaced by
     * smaller ones.
     *
     * @param file the fixture's own file
     * @param whole the same with what it extends
     */
    public String smaller(ObjectNode file, CheckedFixture whole) {
        ObjectNode smaller = file.deepCopy();
        tooLarge().forEach((holder, unused) -> {
            EnvironmentFixture realm = holder.environment().isEmpty()
                    ? whole.root()
                    : Objects.requireNonNull(whole.environments().get(holder.environment()));
            own(smaller, holder).or(() -> inherited(smaller, realm, holder)).ifPresent(entry -> {
                ArrayNode granted = entry.withArray(holder.granted());
                for (int index = granted.size() - 1; index >= 0; index--) {
                    if (unused.contains(granted.get(index).asText())) {
                        granted.remove(index);
                    }
                }
            });
        });
        return YamlText.of(smaller);
    }

    /** Finds the entry in the file itself, also among clients that have only a key. */
    private static Optional<ObjectNode> own(ObjectNode file, Holder holder) {
        JsonNode realm =
                holder.environment().isEmpty() ? file : file.path(ENVIRONMENTS).path(holder.environment());
        return realm.properties().stream()
                .filter(list -> holder.isClient() || list.getKey().equals(ENTITLEMENTS))
                .flatMap(list -> list.getValue().valueStream())
                .filter(entry -> entry.has(holder.granted()) && holder.isIn(entry))
                .map(ObjectNode.class::cast)
                .findFirst();
    }

    /** Adds a copy of the entry that another file has, which replaces it. */
    private static Optional<ObjectNode> inherited(ObjectNode file, EnvironmentFixture realm, Holder holder) {
        List<ObjectNode> entries = holder.isClient() ? realm.clients() : realm.entitlements();
        Optional<ObjectNode> found = entries.stream()
                .filter(entry -> holder.isIn(entry) && !isKey(entry))
                .findFirst()
                .map(ObjectNode::deepCopy);
        found.ifPresent(entry ->
                realm(file, holder.environment()).withArray(holder.list()).add(entry));
        return found;
    }

    private static boolean isKey(ObjectNode client) {
        return client.has("apiKeys") && !client.has("secret") && !client.has("grants");
    }
}
