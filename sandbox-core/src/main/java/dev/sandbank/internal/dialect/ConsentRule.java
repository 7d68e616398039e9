package dev.sandbank.internal.dialect;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.model.operation.Condition;
import dev.sandbank.internal.model.operation.Defaults;
import dev.sandbank.internal.model.operation.IdStyle;
import dev.sandbank.internal.model.operation.WorkRule.CreateRule;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What people consent to each time they sign in: of which entries they pick some, and what is kept of that.
 *
 * @param collection where each consent is an entry
 * @param id how its id is made
 * @param picks the collection of whose entries they pick some, of those that they see
 * @param label what such an entry is called on the page, a template over it; null for its id alone
 * @param members what a consent says, as templates
 * @param holds what must hold of a consent as long as it counts
 */
public record ConsentRule(
        String collection,
        String id,
        String picks,
        @Nullable String label,
        Map<String, JsonNode> members,
        @JsonProperty("while") List<Condition> holds) {

    /** The fact that members have besides: the ids of what was picked. */
    public static final String PICKED = "picked";

    public ConsentRule {
        id = id == null ? IdStyle.UUID : id;
        members = Defaults.orEmpty(members);
        holds = Defaults.orEmpty(holds);
    }

    /** How a consent is made. */
    public CreateRule entry() {
        return new CreateRule(collection, id, null, members, List.of(), null, false);
    }
}
