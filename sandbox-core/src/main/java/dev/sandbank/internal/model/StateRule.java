package dev.sandbank.internal.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A member that a resource must have, or the operation is refused.
 *
 * @param of the resource's position among those that the call names, from 0
 * @param member the member
 * @param oneOf the values that will do; a member that is not there counts as the first of them
 * @param refuse the phrase of the refusal
 */
public record StateRule(int of, String member, List<JsonNode> oneOf, String refuse) {

    public StateRule {
        oneOf = Absent.none(oneOf);
    }

    public boolean holdsFor(Entry entry) {
        JsonNode value = entry.document().path(member);
        return value.isMissingNode() || oneOf.contains(value);
    }
}
