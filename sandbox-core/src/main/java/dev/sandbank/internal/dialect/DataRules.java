package dev.sandbank.internal.dialect;

import dev.sandbank.internal.dialect.Dialect.EntitlementKind;
import dev.sandbank.internal.model.operation.Defaults;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a fixture has, and who sees it.
 *
 * @param entitlements what an entitlement can be about, by the member that names the resource
 * @param collections whose data a subject sees, by collection
 * @param fixture what the entries of a fixture must agree on
 */
public record DataRules(
        Map<String, EntitlementKind> entitlements, Map<String, Visibility> collections, FixtureRules fixture) {
    public DataRules {
        entitlements = Defaults.orEmpty(entitlements);
        collections = Defaults.orEmpty(collections);
        fixture = fixture == null ? FixtureRules.NONE : fixture;
    }

    /**
     * What the entries of a fixture must agree on, besides what its JSON Schema says.
     *
     * @param unique the members that no two entries share, by list; letter case does not tell them apart
     * @param references the list that a member's value must be found in, by list and member
     * @param pairs the list that both halves of each member's name ({@code A-B}) must be found in, by object
     * @param keys the list whose entries are clients that have a {@code key} and nothing else, or null for none
     * @param optional the lists that a fixture may leave out altogether; nothing is then looked up in them
     */
    public record FixtureRules(
            Map<String, List<String>> unique,
            Map<String, Map<String, String>> references,
            Map<String, String> pairs,
            @Nullable String keys,
            List<String> optional) {

        public static final FixtureRules NONE = new FixtureRules(Map.of(), Map.of(), Map.of(), null, List.of());

        public FixtureRules {
            unique = Defaults.orEmpty(unique);
            references = Defaults.orEmpty(references);
            pairs = Defaults.orEmpty(pairs);
            optional = Defaults.orEmpty(optional);
        }
    }
}
