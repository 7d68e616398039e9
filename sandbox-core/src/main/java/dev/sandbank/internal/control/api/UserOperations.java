package dev.sandbank.internal.control.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.Authentication;
import dev.sandbank.SandbankUser;
import dev.sandbank.internal.control.EnvironmentControl;
import dev.sandbank.internal.model.Reply;
import java.net.URI;
import java.util.List;
import java.util.function.BiConsumer;

/** Operations on users. */
final class UserOperations {

    private static final String ENTITLEMENT = "/users/{id}/entitlements/{resource}/{permission}";

    private UserOperations() {}

    static List<ControlOperation> all() {
        return List.of(
                changing("GET", "/users/{id}", (user, asked) -> {}),
                changing("POST", "/users/{id}/block", (user, asked) -> user.block()),
                changing("POST", "/users/{id}/unblock", (user, asked) -> user.unblock()),
                changing("POST", "/users/{id}/disable", (user, asked) -> user.disable()),
                changing("POST", "/users/{id}/enable", (user, asked) -> user.enable()),
                changing("PUT", "/users/{id}/status", UserOperations::setStatus).taking("status"),
                changing("PUT", "/users/{id}/password", UserOperations::setPassword)
                        .taking("password"),
                changing("POST", "/users/{id}/sign-out", (user, asked) -> user.signOut()),
                ControlOperation.of("POST", "/users/{id}/sign-in", UserOperations::signIn)
                        .taking("authorization", ControlRequest.AUTHENTICATION)
                        .with(ControlRequest.ENVIRONMENT),
                entitling("GET", "/users/{id}/entitlements/{resource}", (user, resource, permissions) -> {}),
                entitling("PUT", ENTITLEMENT, SandbankUser::entitle),
                entitling("DELETE", ENTITLEMENT, SandbankUser::withdraw));
    }

    /** An operation that changes a user and returns the user. */
    private static ControlOperation changing(
            String method, String path, BiConsumer<SandbankUser, ControlRequest> change) {
        return ControlOperation.of(method, path, asked -> {
                    SandbankUser user = user(asked);
                    change.accept(user, asked);
                    return Json.ok(shown(user));
                })
                .with(ControlRequest.ENVIRONMENT);
    }

    private static void setStatus(SandbankUser user, ControlRequest asked) {
        user.become(asked.content().text("status"));
    }

    private static void setPassword(SandbankUser user, ControlRequest asked) {
        user.setPassword(asked.content().text("password"));
    }

    private static Reply signIn(ControlRequest asked) {
        URI authorization = asked.content().uri("authorization");
        Authentication how = asked.authentication();
        EnvironmentControl environment = asked.environment();
        String user = asked.inPath("id");
        URI redirect =
                how == null ? environment.signIn(authorization, user) : environment.signIn(authorization, user, how);
        return Json.ok(Json.object().put("location", redirect.toString()));
    }

    /** Gives or withdraws one permission. */
    @FunctionalInterface
    private interface Entitling {
        void change(SandbankUser user, String resource, String... permissions);
    }

    private static ControlOperation entitling(String method, String path, Entitling entitling) {
        return ControlOperation.of(method, path, asked -> {
                    SandbankUser user = user(asked);
                    String resource = asked.inPath("resource");
                    entitling.change(user, resource, asked.inPath("permission"));
                    ObjectNode held = shown(user);
                    held.put("resource", resource);
                    held.set("permissions", Json.array(user.permissions(resource)));
                    return Json.ok(held);
                })
                .with(ControlRequest.ENVIRONMENT);
    }

    private static SandbankUser user(ControlRequest asked) {
        return asked.environment().user(asked.inPath("id"));
    }

    private static ObjectNode shown(SandbankUser user) {
        return Json.object().put("user", user.id()).put("status", user.status());
    }
}
