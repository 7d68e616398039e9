package dev.sandbank.internal.control.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.fault.Aim;
import dev.sandbank.internal.fault.Effect;
import dev.sandbank.internal.fault.Faults;
import dev.sandbank.internal.fault.Faults.Armed;
import dev.sandbank.internal.fault.Faults.Rule;
import dev.sandbank.internal.fault.ReplyChange;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A fault in JSON: whom it strikes ({@code on}, {@code by}), how often, and one member for what it does. */
final class FaultJson {

    private static final String ON = "on";
    private static final String BY = "by";
    private static final String NEXT = "next";
    private static final String PROBABILITY = "probability";
    private static final String SEED = "seed";
    private static final String MAYBE = "maybe";

    private static final String FAIL = "fail";
    private static final String REFUSE = "refuse";
    private static final String FAIL_WITH_PAGE = "failWithPage";
    private static final String THROTTLE = "throttle";
    private static final String DELAY = "delay";
    private static final String DELAY_ON_SANDBOX_CLOCK = "delayOnSandboxClock";
    private static final String TRUNCATE = "truncate";
    private static final String DROP = "drop";
    private static final String MISTYPE = "mistype";
    private static final String REPLACE_STATUS = "replaceStatus";
    private static final String REPLACE_HEADER = "replaceHeader";
    private static final String REMOVE_HEADER = "removeHeader";
    private static final String REPLACE_MEMBER = "replaceMember";
    private static final String REMOVE_MEMBER = "removeMember";

    /** The members that tell what a fault does; exactly one of them is there. */
    private static final Set<String> EFFECTS = Set.of(
            FAIL,
            REFUSE,
            FAIL_WITH_PAGE,
            THROTTLE,
            DELAY,
            DELAY_ON_SANDBOX_CLOCK,
            TRUNCATE,
            DROP,
            MISTYPE,
            REPLACE_STATUS,
            REPLACE_HEADER,
            REMOVE_HEADER,
            REPLACE_MEMBER,
            REMOVE_MEMBER);

    private FaultJson() {}

    /** All members that can be sent. */
    static Set<String> members() {
        Set<String> members = new TreeSet<>(List.of(ON, BY, NEXT, PROBABILITY, SEED, MAYBE));
        members.addAll(EFFECTS);
        return members;
    }

    /** @throws IllegalArgumentException if there is no such fault */
    static Rule read(JsonBody content) {
        Aim aim = new Aim(new LinkedHashSet<>(content.findTexts(ON)), new LinkedHashSet<>(content.findTexts(BY)));
        Effect effect = effect(content);
        int times = content.has(NEXT) ? content.number(NEXT) : Faults.UNTIL_CLEARED;
        if (content.has(SEED) && !content.has(PROBABILITY)) {
            throw ProblemException.badRequest("a seed goes with a probability");
        }
        double probability = content.has(PROBABILITY) ? content.fraction(PROBABILITY) : 1;
        long seed = content.has(SEED) ? content.longNumber(SEED) : 0;
        if (content.has(MAYBE)) {
            content.requireTrue(MAYBE);
        }
        return new Rule(aim, effect, times, probability, seed, content.has(MAYBE));
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
        if (rule.maybe()) {
            written.put(MAYBE, true);
        }
        write(rule.effect(), written);
        return written.put("told", rule.told());
    }

    private static Effect effect(JsonBody fault) {
        String member = fault.onlyOneOf(EFFECTS);
        return switch (member) {
            case FAIL ->
                fault.isText(member)
                        ? new Effect.FailWithError(fault.text(member))
                        : new Effect.Fail(fault.number(member));
            case REFUSE -> new Effect.Refuse(fault.text(member));
            case FAIL_WITH_PAGE -> new Effect.Page(fault.number(member));
            case THROTTLE -> new Effect.Throttle(fault.duration(member));
            case DELAY -> new Effect.Delay(fault.duration(member));
            case DELAY_ON_SANDBOX_CLOCK -> new Effect.ClockDelay(fault.duration(member));
            case MISTYPE -> new Effect.Mistype(fault.text(member));
            case REPLACE_STATUS -> new ReplyChange.ReplaceStatus(fault.number(member));
            case REPLACE_HEADER -> header(fault.onlyMember(member));
            case REMOVE_HEADER -> new ReplyChange.ReplaceHeader(fault.text(member), null);
            case REPLACE_MEMBER -> member(fault.onlyMember(member));
            case REMOVE_MEMBER -> new ReplyChange.ReplaceMember(fault.text(member), null);
            default -> {
                fault.requireTrue(member);
                yield member.equals(DROP) ? new Effect.Drop() : new Effect.Truncate();
            }
        };
    }

    private static Effect header(Map.Entry<String, JsonNode> field) {
        if (!field.getValue().isTextual()) {
            throw ProblemException.badRequest("the value of a header is not a string");
        }
        return new ReplyChange.ReplaceHeader(field.getKey(), field.getValue().textValue());
    }

    private static Effect member(Map.Entry<String, JsonNode> member) {
        return new ReplyChange.ReplaceMember(member.getKey(), member.getValue());
    }

    private static void write(Effect effect, ObjectNode fault) {
        if (effect instanceof Effect.Fail fail) {
            fault.put(FAIL, fail.status());
        } else if (effect instanceof Effect.FailWithError fail) {
            fault.put(FAIL, fail.error());
        } else if (effect instanceof ReplyChange.ReplaceStatus replace) {
            fault.put(REPLACE_STATUS, replace.status());
        } else if (effect instanceof ReplyChange.ReplaceHeader replace && replace.value() == null) {
            fault.put(REMOVE_HEADER, replace.name());
        } else if (effect instanceof ReplyChange.ReplaceHeader replace) {
            fault.putObject(REPLACE_HEADER).put(replace.name(), replace.value());
        } else if (effect instanceof ReplyChange.ReplaceMember replace && replace.value() == null) {
            fault.put(REMOVE_MEMBER, replace.member());
        } else if (effect instanceof ReplyChange.ReplaceMember replace) {
            fault.putObject(REPLACE_MEMBER).set(replace.member(), replace.value());
        } else if (effect instanceof Effect.Refuse refuse) {
            fault.put(REFUSE, refuse.key());
        } else if (effect instanceof Effect.Page page) {
            fault.put(FAIL_WITH_PAGE, page.status());
        } else if (effect instanceof Effect.Throttle throttle) {
            fault.put(THROTTLE, throttle.pause().toString());
        } else if (effect instanceof Effect.Delay delay) {
            fault.put(DELAY, delay.time().toString());
        } else if (effect instanceof Effect.ClockDelay delay) {
            fault.put(DELAY_ON_SANDBOX_CLOCK, delay.time().toString());
        } else if (effect instanceof Effect.Mistype mistype) {
            fault.put(MISTYPE, mistype.contentType());
        } else {
            fault.put(effect instanceof Effect.Drop ? DROP : TRUNCATE, true);
        }
    }
}
