package dev.sandbank.internal.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.SandbankResource;
import dev.sandbank.internal.control.ResourceControl;
import dev.sandbank.internal.control.api.Json;
import dev.sandbank.internal.text.MemberPath;
import java.util.Map;
import java.util.Objects;

/** Controls an entry of a bank at a server. */
record RemoteResource(RemoteEnvironment at, String collection, String id) implements SandbankResource {

    /** @throws IllegalArgumentException if there is no such entry */
    RemoteResource known() {
        told();
        return this;
    }

    private JsonNode told() {
        return call("GET").send();
    }

    private RemoteApi.Call call(String method) {
        return at.call(method, "resources", collection, id);
    }

    @Override
    public String json() {
        return told().toString();
    }

    @Override
    public String get(String member) {
        return ResourceControl.member(collection + "[" + id + "]", told(), member);
    }

    @Override
    public void set(String member, Object value) {
        set(Map.of(member, Objects.requireNonNull(value, "to remove a member, call unset")));
    }

    @Override
    public void set(Map<String, ?> members) {
        call("PATCH").json(MemberPath.value(members)).send();
    }

    @Override
    public void unset(String member) {
        ObjectNode gone = Json.object();
        call("PATCH").json(gone.putNull(member)).send();
    }

    @Override
    public void remove() {
        call("DELETE").send();
    }

    @Override
    public String toString() {
        return collection + " " + id;
    }
}
