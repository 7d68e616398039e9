package dev.sandbank.internal.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.ArrangedCall;
import dev.sandbank.AuthPath;
import dev.sandbank.Denial;
import dev.sandbank.Exchange;
import dev.sandbank.Sandbank;
import dev.sandbank.internal.denial.Elsewhere;
import dev.sandbank.internal.text.MemberPath;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The catalogues of a sandbox at a server: what they have is brought about there by its name, whoever listed it. */
record RemoteCatalogue(RemoteApi api) {

    private static final String DENIALS = "denials";
    private static final String AUTH_PATHS = "auth-paths";

    List<Denial> denials(String operation, String... gates) {
        RemoteApi.Call call = api.call("GET", "operations", operation, DENIALS);
        List.of(gates).forEach(gate -> call.with("gate", gate));
        return StreamSupport.stream(call.send().path(DENIALS).spliterator(), false)
                .<Denial>map(RemoteDenial::new)
                .toList();
    }

    List<AuthPath> authPaths(String user) {
        JsonNode told = api.call("GET", "users", user, AUTH_PATHS).send();
        return StreamSupport.stream(told.path("authPaths").spliterator(), false)
                .<AuthPath>map(RemoteAuthPath::new)
                .toList();
    }

    ArrangedCall arrange(Denial denial) {
        ObjectNode content = RemoteEnvironment.object().put("name", denial.name());
        return arranged(api.call("POST", "operations", denial.operation(), DENIALS), content);
    }

    ArrangedCall arrange(AuthPath path) {
        ObjectNode content = RemoteEnvironment.object()
                .put("operation", path.operation())
                .put("client", path.client())
                .put("grant", path.grant());
        return arranged(api.call("POST", "users", path.user(), AUTH_PATHS), content);
    }

    private ArrangedCall arranged(RemoteApi.Call call, ObjectNode content) {
        return new RemoteArrangedCall(api, call.json(content).send());
    }

    /** In what a call differs from what was brought about under an id. */
    static List<String> differences(RemoteApi api, JsonNode arranged, Exchange call) {
        return RemoteReply.texts(api.call("GET", "arranged", arranged.path("id").asText(), "differences")
                .with("call", String.valueOf(call.number()))
                .send()
                .path("differences"));
    }

    private record RemoteDenial(JsonNode told) implements Denial {

        private String text(String member) {
            return told.path(member).asText();
        }

        @Override
        public String operation() {
            return text("operation");
        }

        @Override
        public String gate() {
            return text("gate");
        }

        @Override
        public String name() {
            return text("name");
        }

        @Override
        public String reason() {
            return text("reason");
        }

        @Override
        public int status() {
            return told.path("status").asInt();
        }

        @Override
        public String code() {
            return text("code");
        }

        @Override
        public String codeInBody() {
            return text("codeInBody");
        }

        @Override
        public boolean byState() {
            return told.path("byState").asBoolean();
        }

        @Override
        public ArrangedCall arrange(Sandbank bank) {
            return Elsewhere.of(bank).arrange(this);
        }

        @Override
        public String toString() {
            return name() + " -> " + status() + " " + reason();
        }
    }

    private record RemoteAuthPath(JsonNode told) implements AuthPath {

        private String text(String member) {
            return told.path(member).asText();
        }

        @Override
        public String user() {
            return text("user");
        }

        @Override
        public String grant() {
            return text("grant");
        }

        @Override
        public String client() {
            return text("client");
        }

        @Override
        public String operation() {
            return text("operation");
        }

        @Override
        public String stop() {
            return text("stop");
        }

        @Override
        public boolean allowed() {
            return told.path("allowed").asBoolean();
        }

        @Override
        public String reason() {
            return text("reason");
        }

        @Override
        public int status() {
            return told.path("status").asInt();
        }

        @Override
        public String code() {
            return text("code");
        }

        @Override
        public String codeInBody() {
            return text("codeInBody");
        }

        @Override
        public ArrangedCall arrange(Sandbank bank) {
            return Elsewhere.of(bank).arrange(this);
        }

        @Override
        public String toString() {
            return operation() + " by " + grant() + " through " + client() + " -> " + status()
                    + (allowed() ? " allowed" : " " + reason());
        }
    }

    /** What was brought about. */
    private record RemoteArrangedCall(RemoteApi api, JsonNode told) implements ArrangedCall {

        @Override
        public String token() {
            return told.path("token").asText();
        }

        @Override
        public String method() {
            return told.path("method").asText();
        }

        @Override
        public URI url() {
            return URI.create(api.here(told.path("url").asText()));
        }

        @Override
        public Map<String, String> headers() {
            Map<String, String> headers = new LinkedHashMap<>();
            told.path("headers")
                    .properties()
                    .forEach(header ->
                            headers.put(header.getKey(), header.getValue().asText()));
            return headers;
        }

        @Override
        public String body() {
            return told.path("body").asText();
        }

        @Override
        public Optional<String> parameter(String name) {
            return name.startsWith("/")
                    ? MemberPath.textIn(body(), name)
                    : Optional.ofNullable(told.path("parameters").path(name).textValue());
        }

        @Override
        public List<String> differences(Exchange call) {
            return RemoteCatalogue.differences(api, told, call);
        }

        /** Without the token. */
        @Override
        public String toString() {
            return method() + " " + url().toString().substring(api.site().length());
        }
    }
}
