package dev.sandbank.internal.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.ArrangedCall;
import dev.sandbank.AuthPath;
import dev.sandbank.Denial;
import dev.sandbank.Exchange;
import dev.sandbank.internal.control.api.Json;
import dev.sandbank.internal.denial.CatalogueJson;
import dev.sandbank.internal.text.MemberPath;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The catalogues of a sandbox at a server. The server arranges an entry by its name, even if another caller listed it. */
record RemoteCatalogue(RemoteApi api) {

    private static final String DENIALS = "denials";
    private static final String AUTH_PATHS = "auth-paths";

    List<Denial> denials(String operation, String... gates) {
        RemoteApi.Call call = api.call("GET", "operations", operation, DENIALS);
        List.of(gates).forEach(gate -> call.with("gate", gate));
        return call.send()
                .path(DENIALS)
                .valueStream()
                .map(CatalogueJson::denial)
                .toList();
    }

    List<AuthPath> authPaths(String user) {
        JsonNode told = api.call("GET", "users", user, AUTH_PATHS).send();
        return told.path("authPaths").valueStream().map(CatalogueJson::authPath).toList();
    }

    ArrangedCall arrange(Denial denial) {
        ObjectNode content = Json.object().put("name", denial.name());
        return arranged(api.call("POST", "operations", denial.operation(), DENIALS), content);
    }

    ArrangedCall arrange(AuthPath path) {
        ObjectNode content = Json.object()
                .put("operation", path.operation())
                .put("client", path.client())
                .put("grant", path.grant());
        return arranged(api.call("POST", "users", path.user(), AUTH_PATHS), content);
    }

    private ArrangedCall arranged(RemoteApi.Call call, ObjectNode content) {
        JsonNode told = call.json(content).send();
        return new RemoteArrangedCall(
                api,
                told,
                told.path("token").asText(),
                told.path("method").asText(),
                URI.create(api.here(told.path("url").asText())),
                Json.members(told.path("headers"), JsonNode::asText),
                told.path("body").asText());
    }

    /** How a call differs from an arranged one. */
    static List<String> differences(RemoteApi api, JsonNode arranged, Exchange call) {
        return Json.texts(api.call("GET", "arranged", arranged.path("id").asText(), "differences")
                .with("call", String.valueOf(call.number()))
                .send()
                .path("differences"));
    }

    /** An arranged call. */
    private record RemoteArrangedCall(
            RemoteApi api,
            JsonNode told,
            String token,
            String method,
            URI url,
            Map<String, String> headers,
            String body)
            implements ArrangedCall {

        @Override
        public Optional<String> parameter(String name) {
            return name.startsWith("/")
                    ? MemberPath.textIn(body, name)
                    : Optional.ofNullable(told.path("parameters").path(name).textValue());
        }

        @Override
        public List<String> differences(Exchange call) {
            return RemoteCatalogue.differences(api, told, call);
        }

        /** Leaves out the token. */
        @Override
        public String toString() {
            return method + " " + url.toString().substring(api.site().length());
        }
    }
}
