package dev.sandbank.internal.remote;

import dev.sandbank.SandbankFault;
import dev.sandbank.internal.control.AimedFaults;
import dev.sandbank.internal.control.FaultDraft;
import dev.sandbank.internal.control.api.FaultJson;
import dev.sandbank.internal.control.api.Json;
import dev.sandbank.internal.fault.Aim;
import dev.sandbank.internal.fault.Faults.Rule;
import java.util.List;

/** Controls the faults of a sandbox at a server, which refuses unknown names when a fault is set. */
record RemoteFaults(RemoteApi api) implements AimedFaults {

    private static final String FAULTS = "faults";

    @Override
    public SandbankFault fault(Aim aim) {
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
