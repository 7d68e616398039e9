package dev.sandbank.internal.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.model.operation.Defaults;
import dev.sandbank.internal.model.operation.FollowCase;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of a collection a subject sees.
 *
 * @param visible "linked" through entitlements, "owned" by a member, "through" the entry it belongs to, or "all"
 * @param owner the member that names the owner, or null
 * @param through the entry it belongs to, or null
 * @param defaults values shown for absent members, as templates over the others
 * @param follows computed members, which replace stored ones: the first case that holds counts
 * @param uploaded the members that an entry gets when its content has been uploaded; empty if it has no upload
 * @param timely whether the bank's Java processes its entries as time passes: true, or a list of members, one of which
 *     these entries have; null for no
 */
public record Visibility(
        String visible,
        @Nullable String owner,
        @Nullable Through through,
        Map<String, JsonNode> defaults,
        Map<String, List<FollowCase>> follows,
        Map<String, JsonNode> uploaded,
        @Nullable JsonNode timely) {

    /** Everybody sees all entries. */
    public static final Visibility ALL = new Visibility("all", null, null, Map.of(), Map.of(), Map.of(), null);

    /** The fact that the uploader of content must know. */
    public static final String UPLOAD_KEY = "key";

    public Visibility {
        defaults = Defaults.orEmpty(defaults);
        follows = Defaults.orEmpty(follows);
        uploaded = Defaults.orEmpty(uploaded);
    }

    /** Whether the bank's Java processes such an entry as time passes. */
    public boolean isTimely(JsonNode document) {
        return timely != null
                && (timely.asBoolean() || timely.valueStream().anyMatch(member -> document.has(member.textValue())));
    }

    /**
     * The entry of another collection that an entry belongs to.
     *
     * @param member the member with its id
     * @param collection the other collection
     */
    public record Through(String member, String collection) {}
}
