package dev.sandbank.internal.control.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.fault.Effect;
import java.util.Set;

/** What a fault does, in JSON: exactly one of these members is there. */
final class EffectJson {

    private static final String FAIL = "fail";
    private static final String FAIL_WITH_PAGE = "failWithPage";
    private static final String THROTTLE = "throttle";
    private static final String DELAY = "delay";
    private static final String DELAY_ON_SANDBOX_CLOCK = "delayOnSandboxClock";
    private static final String TRUNCATE = "truncate";
    private static final String DROP = "drop";
    private static final String MISTYPE = "mistype";

    /** The names of the members. */
    static final Set<String> MEMBERS =
            Set.of(FAIL, FAIL_WITH_PAGE, THROTTLE, DELAY, DELAY_ON_SANDBOX_CLOCK, TRUNCATE, DROP, MISTYPE);

    private EffectJson() {}

    static Effect read(JsonBody fault) {
        String member = fault.onlyOneOf(MEMBERS);
        return switch (member) {
            case FAIL -> new Effect.Fail(fault.number(member));
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

    static void write(Effect effect, ObjectNode fault) {
        if (effect instanceof Effect.Fail fail) {
            fault.put(FAIL, fail.status());
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
