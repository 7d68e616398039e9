package dev.sandbank.internal.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.model.operation.Defaults;
import dev.sandbank.internal.model.operation.FollowCase;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whose entries of a collection a subject sees.
 *
 * @param visible "linked" through entitlements, "owned" by a member, "through" the entry it belongs to, or "all"
 * @param owner the member that names the user whose it is, or null
 * @param through the entry it belongs to, or null
 * @param defaults what an entry shows for members it does not have, as templates over those it has
 * @param follows what members are at times, whatever is stored: the first case that holds counts
 * @param uploaded the members that an entry gets when its content has been uploaded; none if it takes no upload
 * @param timely whether the bank's Java looks after its entries as time passes
 */
public record Visibility(
        String visible,
        @Nullable String owner,
        @Nullable Through through,
        Map<String, JsonNode> defaults,
        Map<String, List<FollowCase>> follows,
        Map<String, JsonNode> uploaded,
        boolean timely) {

    /** Everybody sees all. */
    public static final Visibility ALL = new Visibility("all", null, null, Map.of(), Map.of(), Map.of(), false);

    /** What whoever uploads content must know of the entry. */
    public static final String UPLOAD_KEY = "key";

    public Visibility {
        defaults = Defaults.orEmpty(defaults);
        follows = Defaults.orEmpty(follows);
        uploaded = Defaults.orEmpty(uploaded);
    }

    /**
     * The entry of another collection that an entry belongs to.
     *
     * @param member the member that names it
     * @param collection the other collection
     */
    public record Through(String member, String collection) {}
}
