package dev.sandbank.internal.control.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.control.FaultControl;
import dev.sandbank.internal.fault.Faults.Armed;
import dev.sandbank.internal.fault.Faults.Rule;
import dev.sandbank.internal.model.Reply;
import java.util.List;

/** Operations on faults. */
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
        FaultControl control = asked.bank().faults();
        control.all().forEach(fault -> faults.add(FaultJson.write(fault)));
        return Json.ok(all.set("unmet", Json.array(control.unmet())));
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
        String id = asked.inPath("id");
        asked.bank().faults().clear(id.matches("[0-9]{1,18}") ? Long.parseLong(id) : 0);
        return Json.nothing();
    }
}
