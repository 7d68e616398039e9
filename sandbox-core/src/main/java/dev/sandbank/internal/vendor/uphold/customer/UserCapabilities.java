package dev.sandbank.internal.vendor.uphold.customer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.vendor.uphold.kyc.KycEffects;
import dev.sandbank.internal.work.OperationContext;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The capabilities of users; a user has every capability that the fixture does not list. */
public final class UserCapabilities {

    private static final String MEMBER = "capabilities";
    private static final String REQUIREMENTS = "requirements";
    private static final String RESTRICTIONS = "restrictions";
    private static final String OF_TERMS = "user-must-accept-unique-account-number-viban-terms-of-service";
    private static final String OF_COOLDOWNS = "financial-promotion-cooldown-running";

    private final Cooldowns cooldowns;
    private final KycEffects kyc;

    public UserCapabilities(OperationContext context) {
        this.cooldowns = new Cooldowns(context);
        this.kyc = new KycEffects(context);
    }

    /** Returns the present state of a capability: its code, whether it is enabled, requirements and restrictions. */
    public ObjectNode of(Entry user, String code) {
        ObjectNode now = listed(user, code)
                .<ObjectNode>map(JsonNode::deepCopy)
                .orElseGet(() -> JsonNodeFactory.instance.objectNode().put("code", code));
        List<String> over = cooldowns.areOver(user.document()) ? List.of(OF_COOLDOWNS) : List.of();
        ArrayNode restrictions = without(now.path(RESTRICTIONS), over);
        kyc.restrictions(user).forEach(restrictions::add);
        now.put("enabled", now.path("enabled").asBoolean(restrictions.isEmpty()));
        now.set(REQUIREMENTS, without(now.path(REQUIREMENTS), kyc.met(user)));
        now.set(RESTRICTIONS, restrictions);
        return now;
    }

    /** Returns a capability as the user's entry lists it. */
    static Optional<JsonNode> listed(Entry user, String code) {
        return user.document()
                .path(MEMBER)
                .valueStream()
                .filter(each -> each.path("code").asText().equals(code))
                .findFirst();
    }

    private static ArrayNode without(JsonNode words, List<String> gone) {
        ArrayNode rest = JsonNodeFactory.instance.arrayNode();
        words.forEach(each -> {
            if (!gone.contains(each.asText())) {
                rest.add(each);
            }
        });
        return rest;
    }

    /** Returns a user's capabilities once all cool-downs are over; null if the entry lists none. */
    static @Nullable JsonNode afterCooldowns(Entry user) {
        return rid(user, RESTRICTIONS, OF_COOLDOWNS);
    }

    /**
     * Returns a user's capabilities once the terms of virtual account numbers are accepted; null if the entry lists
     * none.
     */
    static @Nullable JsonNode afterTerms(Entry user) {
        return rid(user, REQUIREMENTS, OF_TERMS);
    }

    private static @Nullable JsonNode rid(Entry user, String member, String word) {
        JsonNode all = user.document().path(MEMBER).deepCopy();
        for (JsonNode each : all) {
            if (each.has(member)) {
                ((ObjectNode) each).set(member, without(each.path(member), List.of(word)));
            }
        }
        return all.isMissingNode() ? null : all;
    }
}
