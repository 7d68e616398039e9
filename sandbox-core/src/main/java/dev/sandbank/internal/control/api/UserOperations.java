package dev.sandbank.internal.control.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.control.UserControl;
import dev.sandbank.internal.model.UserStatus;
import java.util.List;
import java.util.function.BiConsumer;

/** What can be done to users. */
final class UserOperations {

    private static final String ENTITLEMENT = "/users/{id}/entitlements/{resource}/{permission}";

    private UserOperations() {}

    static List<ControlOperation> all() {
        return List.of(
                becoming("/users/{id}/block", UserStatus.BLOCKED),
                becoming("/users/{id}/unblock", UserStatus.ACTIVE),
                becoming("/users/{id}/disable", UserStatus.DISABLED),
                becoming("/users/{id}/enable", UserStatus.ACTIVE),
                changing("PUT", "/users/{id}/status", UserOperations::setStatus).taking("status"),
                changing("PUT", "/users/{id}/password", UserOperations::setPassword)
                        .taking("password"),
                changing("POST", "/users/{id}/sign-out", (user, asked) -> user.signOut()),
                entitling("PUT", UserControl::entitle),
                entitling("DELETE", UserControl::withdraw));
    }

    private static ControlOperation becoming(String path, UserStatus status) {
        return changing("POST", path, (user, asked) -> user.become(status));
    }

    /** An operation that answers with what the user is then. */
    private static ControlOperation changing(
            String method, String path, BiConsumer<UserControl, ControlRequest> change) {
        return ControlOperation.of(method, path, asked -> {
                    UserControl user = user(asked);
                    change.accept(user, asked);
                    return Json.ok(shown(user));
                })
                .with(ControlRequest.ENVIRONMENT);
    }

    private static void setStatus(UserControl user, ControlRequest asked) {
        user.become(new UserStatus(asked.content().text("status")));
    }

    private static void setPassword(UserControl user, ControlRequest asked) {
        user.setPassword(asked.content().text("password"));
    }

    /** Grants or withdraws one permission. */
    @FunctionalInterface
    private interface Entitling {
        void change(UserControl user, String resource, List<String> permissions);
    }

    private static ControlOperation entitling(String method, Entitling entitling) {
        return ControlOperation.of(method, ENTITLEMENT, asked -> {
                    UserControl user = user(asked);
                    String resource = asked.inPath("resource");
                    entitling.change(user, resource, List.of(asked.inPath("permission")));
                    ObjectNode held = shown(user);
                    held.put("resource", resource);
                    held.set("permissions", Json.array(user.permissions(resource)));
                    return Json.ok(held);
                })
                .with(ControlRequest.ENVIRONMENT);
    }

    private static UserControl user(ControlRequest asked) {
        return asked.environment().user(asked.inPath("id"));
    }

    private static ObjectNode shown(UserControl user) {
        return Json.object().put("user", user.id()).put("status", user.status().word());
    }
}
