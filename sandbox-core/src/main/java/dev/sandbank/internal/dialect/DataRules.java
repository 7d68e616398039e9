package dev.sandbank.internal.dialect;

import dev.sandbank.internal.dialect.Dialect.EntitlementKind;
import dev.sandbank.internal.model.operation.Defaults;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The data of a fixture, and who sees it.
 *
 * @param entitlements the kinds of resource that entitlements are about, by the member that names the resource
 * @param collections the visibility of entries, by collection
 * @param fixture consistency rules for the entries of a fixture
 */
public record DataRules(
        Map<String, EntitlementKind> entitlements, Map<String, Visibility> collections, FixtureRules fixture) {
    public DataRules {
        entitlements = Defaults.orEmpty(entitlements);
        collections = Defaults.orEmpty(collections);
        fixture = fixture == null ? FixtureRules.NONE : fixture;
    }

    /**
     * Consistency rules for the entries of a fixture, beyond its JSON Schema.
     *
     * @param unique the members that must differ between entries, by list; letter case does not count
     * @param references the list that a member's value must be found in, by list and member
     * @param pairs the list that both halves of each member's name ({@code A-B}) must be found in, by object
     * @param keys the list of entries that are clients with only a {@code key}, or null for none
     * @param optional the lists that a fixture may omit; then ids are not looked up in them
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
