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
 * The consent that users give each time they sign in: which entries they can pick, and how the consent is stored.
 *
 * @param collection the collection of consents
 * @param id how its id is made
 * @param picks the collection from which users pick entries that they see
 * @param label the label of an entry on the page, a template over it; null for its id alone
 * @param members the members of a consent, as templates
 * @param holds conditions for a consent to count
 */
public record ConsentRule(
        String collection,
        String id,
        String picks,
        @Nullable String label,
        Map<String, JsonNode> members,
        @JsonProperty("while") List<Condition> holds) {

    /** The additional fact for its members: the ids of the picked entries. */
    public static final String PICKED = "picked";

    public ConsentRule {
        id = id == null ? IdStyle.UUID : id;
        members = Defaults.orEmpty(members);
        holds = Defaults.orEmpty(holds);
    }

    /** Returns the rule that creates a consent. */
    public CreateRule entry() {
        return new CreateRule(collection, id, null, members, List.of(), null, false);
    }
}
