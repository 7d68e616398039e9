package dev.sandbank.internal.control.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.fault.Aim;
import dev.sandbank.internal.fault.Effect;
import dev.sandbank.internal.fault.Faults;
import dev.sandbank.internal.fault.Faults.Armed;
import dev.sandbank.internal.fault.Faults.Rule;
import dev.sandbank.internal.fault.ReplyChange;
import dev.sandbank.internal.fixture.problem.DidYouMean;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads and writes faults in JSON: which calls they strike ({@code on}, {@code by}), how often, and their {@code effect}. */
public final class FaultJson {

    private static final String ON = "on";
    private static final String BY = "by";
    private static final String NEXT = "next";
    private static final String PROBABILITY = "probability";
    private static final String SEED = "seed";
    private static final String MAYBE = "maybe";
    private static final String EFFECT = "effect";

    private static final String TYPE = "type";
    private static final String STATUS = "status";
    private static final String ERROR = "error";
    private static final String REASON = "reason";
    private static final String WAIT = "wait";
    private static final String TIME = "time";
    private static final String CONTENT_TYPE = "contentType";
    private static final String NAME = "name";
    private static final String VALUE = "value";
    private static final String MEMBER = "member";

    /** The effects that a fault can have. */
    private static final Map<String, Shape> EFFECTS = Map.ofEntries(
            shape("fail", effect -> new Effect.Fail(effect.number(STATUS)), STATUS),
            shape("failWithError", effect -> new Effect.FailWithError(effect.text(ERROR)), ERROR),
            shape("refuse", effect -> new Effect.Refuse(effect.text(REASON)), REASON),
            shape("failWithPage", effect -> new Effect.Page(effect.number(STATUS)), STATUS),
            shape("throttle", effect -> new Effect.Throttle(effect.duration(WAIT)), WAIT),
            shape("delay", effect -> new Effect.Delay(effect.duration(TIME)), TIME),
            shape("delayOnSandboxClock", effect -> new Effect.ClockDelay(effect.duration(TIME)), TIME),
            shape("truncate", effect -> new Effect.Truncate()),
            shape("drop", effect -> new Effect.Drop()),
            shape("mistype", effect -> new Effect.Mistype(effect.text(CONTENT_TYPE)), CONTENT_TYPE),
            shape("replaceStatus", effect -> new ReplyChange.ReplaceStatus(effect.number(STATUS)), STATUS),
            shape("replaceHeader", effect -> header(effect, effect.text(VALUE)), NAME, VALUE),
            shape("removeHeader", effect -> header(effect, null), NAME),
            shape("replaceMember", effect -> member(effect, effect.any(VALUE)), MEMBER, VALUE),
            shape("removeMember", effect -> member(effect, null), MEMBER));

    /**
     * How an effect looks in JSON.
     *
     * @param members the members besides its type
     * @param read makes the effect from them
     */
    private record Shape(Set<String> members, Function<JsonBody, Effect> read) {}

    private FaultJson() {}

    /** All members that a fault can have. */
    static Set<String> members() {
        return Set.of(ON, BY, NEXT, PROBABILITY, SEED, MAYBE, EFFECT);
    }

    /** The end of a message about an unknown member. If the member's name is an effect's, shows how to write that. */
    static String hint(String name, Set<String> known) {
        return known.contains(EFFECT) && EFFECTS.containsKey(name)
                ? "; give what the fault does as its effect: " + example(name)
                : DidYouMean.instead(name, "another member", known);
    }

    private static String example(String type) {
        StringJoiner members = new StringJoiner(", ", "\"effect\": {", "}").add("\"type\": \"" + type + '"');
        new TreeSet<>(Objects.requireNonNull(EFFECTS.get(type)).members())
                .forEach(member -> members.add('"' + member + "\": …"));
        return members.toString();
    }

    private static Map.Entry<String, Shape> shape(String type, Function<JsonBody, Effect> read, String... members) {
        return Map.entry(type, new Shape(Set.of(members), read));
    }

    private static Effect header(JsonBody effect, @Nullable String value) {
        return new ReplyChange.ReplaceHeader(effect.text(NAME), value);
    }

    private static Effect member(JsonBody effect, @Nullable JsonNode value) {
        return new ReplyChange.ReplaceMember(effect.text(MEMBER), value);
    }

    /** @throws IllegalArgumentException if there is no such fault */
    static Rule read(JsonBody content) {
        Aim aim = new Aim(new LinkedHashSet<>(content.findTexts(ON)), new LinkedHashSet<>(content.findTexts(BY)));
        Effect effect = effect(content.object(EFFECT));
        int times = content.has(NEXT) ? content.number(NEXT) : Faults.UNTIL_CLEARED;
        if (content.has(SEED) && !content.has(PROBABILITY)) {
            throw ProblemException.badRequest("a seed is allowed only with a probability");
        }
        double probability = content.has(PROBABILITY) ? content.fraction(PROBABILITY) : 1;
        long seed = content.has(SEED) ? content.longNumber(SEED) : 0;
        return new Rule(aim, effect, times, probability, seed, content.has(MAYBE) && content.flag(MAYBE));
    }

    static ObjectNode write(Armed fault) {
        ObjectNode written = said(fault.rule()).put("id", fault.id());
        if (fault.rule().times() != Faults.UNTIL_CLEARED) {
            written.put("left", fault.left());
        }
        return written.put("told", fault.rule().told());
    }

    /** Writes a fault as a request to set it. */
    public static ObjectNode said(Rule rule) {
        ObjectNode written = Json.object();
        if (!rule.aim().names().isEmpty()) {
            written.set(ON, Json.array(new TreeSet<>(rule.aim().names())));
        }
        if (!rule.aim().clients().isEmpty()) {
            written.set(BY, Json.array(new TreeSet<>(rule.aim().clients())));
        }
        if (rule.times() != Faults.UNTIL_CLEARED) {
            written.put(NEXT, rule.times());
        }
        if (rule.probability() < 1) {
            written.put(PROBABILITY, rule.probability()).put(SEED, rule.luckSeed());
        }
        if (rule.maybe()) {
            written.put(MAYBE, true);
        }
        return written.set(EFFECT, written(rule.effect()));
    }

    private static Effect effect(JsonBody effect) {
        String type = effect.text(TYPE);
        Shape shape = EFFECTS.get(type);
        if (shape == null) {
            throw ProblemException.badRequest("there is no effect " + SafeEcho.of(type)
                    + DidYouMean.instead(type, "one of these", new TreeSet<>(EFFECTS.keySet())));
        }
        Set<String> known = new TreeSet<>(shape.members());
        known.add(TYPE);
        return shape.read().apply(effect.onlyWith(known));
    }

    private static ObjectNode written(Effect effect) {
        if (effect instanceof Effect.Fail fail) {
            return type("fail").put(STATUS, fail.status());
        } else if (effect instanceof Effect.FailWithError fail) {
            return type("failWithError").put(ERROR, fail.error());
        } else if (effect instanceof Effect.Refuse refuse) {
            return type("refuse").put(REASON, refuse.key());
        } else if (effect instanceof Effect.Page page) {
            return type("failWithPage").put(STATUS, page.status());
        } else if (effect instanceof Effect.Throttle throttle) {
            return type("throttle").put(WAIT, throttle.pause().toString());
        } else if (effect instanceof Effect.Delay delay) {
            return type("delay").put(TIME, delay.time().toString());
        } else if (effect instanceof Effect.ClockDelay delay) {
            return type("delayOnSandboxClock").put(TIME, delay.time().toString());
        } else if (effect instanceof Effect.Mistype mistype) {
            return type("mistype").put(CONTENT_TYPE, mistype.contentType());
        } else if (effect instanceof ReplyChange change) {
            return written(change);
        }
        return type(effect instanceof Effect.Drop ? "drop" : "truncate");
    }

    private static ObjectNode written(ReplyChange change) {
        if (change instanceof ReplyChange.ReplaceStatus replace) {
            return type("replaceStatus").put(STATUS, replace.status());
        } else if (change instanceof ReplyChange.ReplaceHeader replace) {
            return replace.value() == null
                    ? type("removeHeader").put(NAME, replace.name())
                    : type("replaceHeader").put(NAME, replace.name()).put(VALUE, replace.value());
        }
        ReplyChange.ReplaceMember replace = (ReplyChange.ReplaceMember) change;
        return replace.value() == null
                ? type("removeMember").put(MEMBER, replace.member())
                : type("replaceMember").put(MEMBER, replace.member()).set(VALUE, replace.value());
    }

    private static ObjectNode type(String word) {
        return Json.object().put(TYPE, word);
    }
}
