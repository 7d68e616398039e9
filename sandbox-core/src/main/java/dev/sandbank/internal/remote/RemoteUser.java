package dev.sandbank.internal.remote;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.SandbankUser;
import dev.sandbank.internal.control.api.Json;
import dev.sandbank.internal.text.MemberPath;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Controls a user of a bank at a server. */
record RemoteUser(RemoteEnvironment at, String id) implements SandbankUser {

    private static final String USERS = "users";

    /** @throws IllegalArgumentException if there is no such user */
    RemoteUser known() {
        told();
        return this;
    }

    private JsonNode told() {
        return at.call("GET", USERS, id).send();
    }

    private void tell(String how) {
        at.call("POST", USERS, id, how).send();
    }

    private void put(String what, String value) {
        at.call("PUT", USERS, id, what).json(Json.object().put(what, value)).send();
    }

    @Override
    public String status() {
        return told().path("status").asText();
    }

    @Override
    public void block() {
        tell("block");
    }

    @Override
    public void unblock() {
        tell("unblock");
    }

    @Override
    public void claims(Map<String, ?> claims) {
        new RemoteResource(at, USERS, id).set(MemberPath.pointersIn("claims", claims));
    }

    @Override
    public void disable() {
        tell("disable");
    }

    @Override
    public void enable() {
        tell("enable");
    }

    @Override
    public void become(String state) {
        put("status", state);
    }

    @Override
    public void signOut() {
        tell("sign-out");
    }

    @Override
    public void setPassword(String password) {
        put("password", password);
    }

    @Override
    public void entitle(String resource, String... permissions) {
        entitlements("PUT", resource, List.of(permissions));
    }

    @Override
    public void withdraw(String resource, String... permissions) {
        entitlements("DELETE", resource, List.of(permissions));
    }

    private void entitlements(String method, String resource, List<String> permissions) {
        permissions.forEach(permission ->
                at.call(method, USERS, id, "entitlements", resource, permission).send());
    }

    @Override
    public Set<String> permissions(String resource) {
        return new TreeSet<>(Json.texts(
                at.call("GET", USERS, id, "entitlements", resource).send().path("permissions")));
    }

    @Override
    public String toString() {
        return "user " + id;
    }
}
