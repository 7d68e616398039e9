package dev.sandbank.internal.denial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.ArrangedCall;
import dev.sandbank.AuthPath;
import dev.sandbank.Denial;
import dev.sandbank.Sandbank;

/** Converts catalogues to and from JSON; denials that are read from it are arranged where they were listed. */
public final class CatalogueJson {

    private CatalogueJson() {}

    public static ObjectNode write(Denial denial) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("operation", denial.operation())
                .put("gate", denial.gate())
                .put("name", denial.name())
                .put("reason", denial.reason())
                .put("status", denial.status())
                .put("code", denial.code())
                .put("codeInBody", denial.codeInBody())
                .put("byState", denial.byState());
    }

    public static Denial denial(JsonNode told) {
        return new ToldDenial(
                told.path("operation").asText(),
                told.path("gate").asText(),
                told.path("name").asText(),
                told.path("reason").asText(),
                told.path("status").asInt(),
                told.path("code").asText(),
                told.path("codeInBody").asText(),
                told.path("byState").asBoolean());
    }

    public static ObjectNode write(AuthPath path) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("user", path.user())
                .put("grant", path.grant())
                .put("client", path.client())
                .put("operation", path.operation())
                .put("stop", path.stop())
                .put("allowed", path.allowed())
                .put("reason", path.reason())
                .put("status", path.status())
                .put("code", path.code())
                .put("codeInBody", path.codeInBody());
    }

    public static AuthPath authPath(JsonNode told) {
        return new ToldAuthPath(
                told.path("user").asText(),
                told.path("grant").asText(),
                told.path("client").asText(),
                told.path("operation").asText(),
                told.path("stop").asText(),
                told.path("allowed").asBoolean(),
                told.path("reason").asText(),
                told.path("status").asInt(),
                told.path("code").asText(),
                told.path("codeInBody").asText());
    }

    private record ToldDenial(
            String operation,
            String gate,
            String name,
            String reason,
            int status,
            String code,
            String codeInBody,
            boolean byState)
            implements Denial {

        @Override
        public ArrangedCall arrange(Sandbank bank) {
            return Elsewhere.of(bank).arrange(this);
        }

        @Override
        public String toString() {
            return name + " -> " + status + " " + reason;
        }
    }

    private record ToldAuthPath(
            String user,
            String grant,
            String client,
            String operation,
            String stop,
            boolean allowed,
            String reason,
            int status,
            String code,
            String codeInBody)
            implements AuthPath {

        @Override
        public ArrangedCall arrange(Sandbank bank) {
            return Elsewhere.of(bank).arrange(this);
        }

        @Override
        public String toString() {
            return AuthPaths.told(this);
        }
    }
}
