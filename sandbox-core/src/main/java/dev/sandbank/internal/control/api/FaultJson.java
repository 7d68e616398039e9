package dev.sandbank.internal.control.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.fault.Aim;
import dev.sandbank.internal.fault.Effect;
import dev.sandbank.internal.fault.Faults;
import dev.sandbank.internal.fault.Faults.Armed;
import dev.sandbank.internal.fault.Faults.Rule;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A fault in JSON: whom it strikes ({@code on}, {@code by}), how often, and one member for what it does. */
final class FaultJson {

    private static final String ON = "on";
    private static final String BY = "by";
    private static final String NEXT = "next";
    private static final String PROBABILITY = "probability";
    private static final String SEED = "seed";

    private FaultJson() {}

    /** All members that can be sent. */
    static Set<String> members() {
        Set<String> members = new TreeSet<>(List.of(ON, BY, NEXT, PROBABILITY, SEED));
        members.addAll(EffectJson.MEMBERS);
        return members;
    }

    /** @throws IllegalArgumentException if there is no such fault */
    static Rule read(JsonBody content) {
        Aim aim = new Aim(new LinkedHashSet<>(content.findTexts(ON)), new LinkedHashSet<>(content.findTexts(BY)));
        Effect effect = EffectJson.read(content);
        int times = content.has(NEXT) ? content.number(NEXT) : Faults.UNTIL_CLEARED;
        if (content.has(SEED) && !content.has(PROBABILITY)) {
            throw ProblemException.badRequest("a seed goes with a probability");
        }
        double probability = content.has(PROBABILITY) ? content.fraction(PROBABILITY) : 1;
        long seed = content.has(SEED) ? content.longNumber(SEED) : 0;
        return new Rule(aim, effect, times, probability, seed);
    }

    static ObjectNode write(Armed fault) {
        Rule rule = fault.rule();
        ObjectNode written = Json.object().put("id", fault.id());
        if (!rule.aim().names().isEmpty()) {
            written.set(ON, Json.array(new TreeSet<>(rule.aim().names())));
        }
        if (!rule.aim().clients().isEmpty()) {
            written.set(BY, Json.array(new TreeSet<>(rule.aim().clients())));
        }
        if (rule.times() != Faults.UNTIL_CLEARED) {
            written.put(NEXT, rule.times()).put("left", fault.left());
        }
        if (rule.probability() < 1) {
            written.put(PROBABILITY, rule.probability()).put(SEED, rule.luckSeed());
        }
        EffectJson.write(rule.effect(), written);
        return written.put("told", rule.told());
    }
}
