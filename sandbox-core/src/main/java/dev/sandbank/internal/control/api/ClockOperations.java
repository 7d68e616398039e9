package dev.sandbank.internal.control.api;

import dev.sandbank.internal.control.ClockControl;
import dev.sandbank.internal.model.Reply;
import java.util.List;
import java.util.Set;

/** What can be done to the clock. */
final class ClockOperations {

    private ClockOperations() {}

    static List<ControlOperation> all() {
        return List.of(
                ControlOperation.of("GET", "/clock", asked -> shown(asked.bank().clock())),
                ControlOperation.of("PATCH", "/clock", ClockOperations::set).taking("advance", "at", "follow"));
    }

    private static Reply set(ControlRequest asked) {
        ClockControl clock = asked.bank().clock();
        JsonBody content = asked.content();
        String how = content.onlyOneOf(Set.of("advance", "at", "follow"));
        switch (how) {
            case "advance" -> clock.advance(content.duration(how));
            case "at" -> clock.freezeAt(content.instant(how));
            default -> {
                content.requireTrue(how);
                clock.followSystem();
            }
        }
        return shown(clock);
    }

    private static Reply shown(ClockControl clock) {
        return Json.ok(Json.object().put("now", clock.now().toString()).put("frozen", clock.isFrozen()));
    }
}
