package dev.sandbank.internal.control.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.control.FaultControl;
import dev.sandbank.internal.fault.Aim;
import dev.sandbank.internal.fault.Effect;
import dev.sandbank.internal.fault.Faults;
import dev.sandbank.internal.fault.Faults.Armed;
import dev.sandbank.internal.fault.Faults.Rule;
import dev.sandbank.internal.model.Reply;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What goes wrong on purpose. */
final class FaultOperations {

    private FaultOperations() {}

    static List<ControlOperation> all() {
        return List.of(
                ControlOperation.of("GET", "/faults", FaultOperations::list),
                ControlOperation.of("POST", "/faults", FaultOperations::set)
                        .taking(FaultJson.members().toArray(String[]::new)),
                ControlOperation.of("DELETE", "/faults", FaultOperations::clearAll),
                ControlOperation.of("DELETE", "/faults/{id}", FaultOperations::clear));
    }

    private static Reply list(ControlRequest asked) {
        ObjectNode all = Json.object();
        ArrayNode faults = all.putArray("faults");
        asked.bank().faults().all().forEach(fault -> faults.add(FaultJson.write(fault)));
        return Json.ok(all);
    }

    private static Reply set(ControlRequest asked) {
        Rule rule = FaultJson.read(asked.content());
        FaultControl faults = asked.bank().faults();
        faults.requireKnown(rule.aim());
        long id = faults.set(rule);
        return Json.reply(201, FaultJson.write(new Armed(id, rule, rule.times())));
    }

    private static Reply clearAll(ControlRequest asked) {
        asked.bank().faults().clear();
        return Json.nothing();
    }

    private static Reply clear(ControlRequest asked) {
        FaultControl faults = asked.bank().faults();
        String id = asked.inPath("id");
        boolean cleared = id.matches("[0-9]{1,18}") && faults.clear(Long.parseLong(id));
        if (!cleared) {
            throw new ProblemException(
                    new ProblemDetails(404, "there is no fault " + SafeEcho.of(id) + ", or no longer"));
        }
        return Json.nothing();
    }

    /** A fault in JSON: whom it strikes ({@code on}, {@code by}), how often, and one member for what it does. */
    private static final class FaultJson {

        private static final String ON = "on";
        private static final String BY = "by";
        private static final String NEXT = "next";
        private static final String PROBABILITY = "probability";
        private static final String SEED = "seed";

        private static final String FAIL = "fail";
        private static final String REFUSE = "refuse";
        private static final String FAIL_WITH_PAGE = "failWithPage";
        private static final String THROTTLE = "throttle";
        private static final String DELAY = "delay";
        private static final String DELAY_ON_SANDBOX_CLOCK = "delayOnSandboxClock";
        private static final String TRUNCATE = "truncate";
        private static final String DROP = "drop";
        private static final String MISTYPE = "mistype";

        /** The members that tell what a fault does; exactly one of them is there. */
        private static final Set<String> EFFECTS =
                Set.of(FAIL, REFUSE, FAIL_WITH_PAGE, THROTTLE, DELAY, DELAY_ON_SANDBOX_CLOCK, TRUNCATE, DROP, MISTYPE);

        private FaultJson() {}

        /** All members that can be sent. */
        static Set<String> members() {
            Set<String> members = new TreeSet<>(List.of(ON, BY, NEXT, PROBABILITY, SEED));
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
            write(rule.effect(), written);
            return written.put("told", rule.told());
        }

        private static Effect effect(JsonBody fault) {
            String member = fault.onlyOneOf(EFFECTS);
            return switch (member) {
                case FAIL -> new Effect.Fail(fault.number(member));
                case REFUSE -> new Effect.Refuse(fault.text(member));
                case FAIL_WITH_PAGE -> new Effect.Page(fault.number(member));
                case THROTTLE -> new Effect.Throttle(fault.duration(member));
                case DELAY -> new Effect.Delay(fault.duration(member));
                case DELAY_ON_SANDBOX_CLOCK -> new Effect.ClockDelay(fault.duration(member));
                case MISTYPE -> new Effect.Mistype(fault.text(member));
                default -> {
                    fault.requireTrue(member);
                    yield member.equals(DROP) ? new Effect.Drop() : new Effect.Truncate();
                }
            };
        }

        private static void write(Effect effect, ObjectNode fault) {
            if (effect instanceof Effect.Fail fail) {
                fault.put(FAIL, fail.status());
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
}
