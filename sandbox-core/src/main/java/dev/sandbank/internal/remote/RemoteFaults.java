package dev.sandbank.internal.remote;

import dev.sandbank.SandbankFault;
import dev.sandbank.SandbankFaults;
import dev.sandbank.internal.control.FaultDraft;
import dev.sandbank.internal.control.api.FaultJson;
import dev.sandbank.internal.control.api.Json;
import dev.sandbank.internal.fault.Aim;
import dev.sandbank.internal.fault.Faults.Rule;
import java.util.List;
import java.util.Set;

/** What goes wrong on purpose at a server, which tells of a name that is none when the fault is set. */
record RemoteFaults(RemoteApi api) implements SandbankFaults {

    private static final String FAULTS = "faults";

    @Override
    public SandbankFault anywhere() {
        return fault(Aim.EVERYTHING);
    }

    @Override
    public SandbankFault on(String... operationsOrEndpoints) {
        return fault(new Aim(Set.of(operationsOrEndpoints), Set.of()));
    }

    @Override
    public SandbankFault by(String... clientIds) {
        return fault(new Aim(Set.of(), Set.of(clientIds)));
    }

    private SandbankFault fault(Aim aim) {
        return FaultDraft.of(aim, this::set);
    }

    private void set(Rule rule) {
        api.call("POST", FAULTS).json(FaultJson.said(rule)).send();
    }

    @Override
    public void clear() {
        api.call("DELETE", FAULTS).send();
    }

    @Override
    public void clear(long id) {
        api.call("DELETE", FAULTS, String.valueOf(id)).send();
    }

    @Override
    public List<String> unmet() {
        return Json.texts(api.call("GET", FAULTS).send().path("unmet"));
    }

    @Override
    public int count() {
        return api.call("GET", FAULTS).send().path(FAULTS).size();
    }
}
