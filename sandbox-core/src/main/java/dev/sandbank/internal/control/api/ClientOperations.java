package dev.sandbank.internal.control.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.control.ClientControl;
import dev.sandbank.internal.control.EnvironmentControl;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.oauth.Client;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Operations on clients. */
final class ClientOperations {

    private ClientOperations() {}

    static List<ControlOperation> all() {
        return List.of(
                ControlOperation.of("GET", "/clients/{id}", ClientOperations::withSecret)
                        .with(ControlRequest.ENVIRONMENT),
                ControlOperation.of("GET", "/unused-grants", ClientOperations::unusedGrants)
                        .with("of", ControlRequest.ENVIRONMENT),
                changing("PUT", "/clients/{id}/scopes", ClientOperations::setScopes)
                        .taking("scopes"),
                changing("PUT", "/clients/{id}/secret", ClientOperations::setSecret)
                        .taking("secret"),
                changing("POST", "/clients/{id}/disable", (client, asked) -> client.disable()),
                changing("POST", "/clients/{id}/enable", (client, asked) -> client.enable()));
    }

    /** An operation that changes a client and returns it. */
    private static ControlOperation changing(
            String method, String path, BiConsumer<ClientControl, ControlRequest> change) {
        return ControlOperation.of(method, path, asked -> {
                    ClientControl client = asked.environment().client(asked.inPath("id"));
                    change.accept(client, asked);
                    return Json.ok(shown(client.known()));
                })
                .with(ControlRequest.ENVIRONMENT);
    }

    private static void setScopes(ClientControl client, ControlRequest asked) {
        client.setScopes(asked.content().texts("scopes").toArray(String[]::new));
    }

    private static void setSecret(ClientControl client, ControlRequest asked) {
        client.setSecret(asked.content().text("secret"));
    }

    private static Reply unusedGrants(ControlRequest asked) {
        EnvironmentControl environment = asked.environment();
        String id = asked.query()
                .find("of")
                .orElseThrow(() -> ProblemException.badRequest("give the id of a client or user, such as of=payouts"));
        ObjectNode told = Json.object();
        return Json.ok(told.set("unused", Json.array(environment.unusedGrants(id))));
    }

    private static Reply withSecret(ControlRequest asked) {
        Client client = asked.environment().client(asked.inPath("id")).known();
        ObjectNode shown = shown(client);
        Optional.ofNullable(client.secret()).ifPresent(secret -> shown.put("secret", secret));
        return Json.ok(shown);
    }

    /** The client without its secret. */
    private static ObjectNode shown(Client client) {
        ObjectNode shown = Json.object();
        shown.put("client", client.id());
        shown.set("scopes", Json.array(client.scopes().names()));
        shown.put("disabled", client.disabled());
        client.user().ifPresent(user -> shown.put("user", user));
        return shown;
    }
}
