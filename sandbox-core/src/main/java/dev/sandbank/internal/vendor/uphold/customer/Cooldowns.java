package dev.sandbank.internal.vendor.uphold.customer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.store.Entries;
import dev.sandbank.internal.time.Timestamps;
import dev.sandbank.internal.work.OperationContext;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** The time that a user must wait before buying or depositing some assets. */
public final class Cooldowns {

    static final String MEMBER = "cooldowns";
    static final String ENDS_AT = "endsAt";
    static final String FEATURES = "features";

    private final Entries entries;
    private final Supplier<Instant> now;

    public Cooldowns(OperationContext context) {
        this.entries = context.store().entries();
        this.now = context.now();
    }

    /** Returns the caller's current cool-downs for an asset. */
    public ArrayNode of(Call call, Entry asset) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        running(call.subject().id(), asset.id())
                .forEach(cooldown -> all.addObject()
                        .put("rule", cooldown.path("rule").asText())
                        .put(ENDS_AT, Timestamps.text(end(cooldown)))
                        .set(FEATURES, cooldown.path(FEATURES)));
        return all;
    }

    /** Returns what a user cannot do yet with an asset. */
    public Set<String> features(String user, String asset) {
        Set<String> features = new TreeSet<>();
        running(user, asset)
                .forEach(cooldown -> cooldown.path(FEATURES).forEach(feature -> features.add(feature.asText())));
        return features;
    }

    private List<JsonNode> running(String user, String asset) {
        return entries.find(Directory.USERS, user).stream()
                .flatMap(found -> found.document().path(MEMBER).valueStream())
                .filter(cooldown -> cooldown.path("assets")
                                .valueStream()
                                .anyMatch(each -> each.asText().equals(asset))
                        && runs(cooldown))
                .toList();
    }

    /** Whether a user had cool-downs, all of which are over. */
    boolean areOver(JsonNode user) {
        JsonNode all = user.path(MEMBER);
        return !all.isEmpty() && all.valueStream().noneMatch(this::runs);
    }

    private boolean runs(JsonNode cooldown) {
        return end(cooldown).isAfter(now.get());
    }

    static Instant end(JsonNode cooldown) {
        return Instant.parse(cooldown.path(ENDS_AT).asText());
    }
}
