package dev.sandbank.internal.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Violation;
import dev.sandbank.internal.model.operation.ReplySchemas;
import dev.sandbank.internal.text.BoundedJson;
import java.util.List;
import java.util.Optional;

/** Checks that a bank answers as its description says. */
public final class ReplyCheck {

    private final ReplySchemas schemas;
    private final Checker checker;

    public ReplyCheck(ReplySchemas schemas) {
        this(schemas, new Checker(schemas.components()));
    }

    /** @param checker one for the same components */
    public ReplyCheck(ReplySchemas schemas, Checker checker) {
        this.schemas = schemas;
        this.checker = checker;
    }

    /** Whether the description has a reply of an operation with this status. */
    public boolean knows(String operation, int status) {
        return schemas.of(operation, status).isPresent();
    }

    /** Returns the errors of a reply of an operation; empty if it is as described. */
    public List<String> wrong(String operation, Reply reply) {
        Optional<JsonNode> schema = schemas.of(operation, reply.status());
        if (schema.isEmpty()) {
            return List.of("the description has no reply with status " + reply.status());
        }
        String body = reply.body();
        if (schema.get().isMissingNode() || body.isEmpty()) {
            return schema.get().isMissingNode() == body.isEmpty()
                    ? List.of()
                    : List.of(body.isEmpty() ? "there is no content" : "there is content, but none is described");
        }
        try {
            return checker.check(schema.get(), BoundedJson.read(body), "", operation).stream()
                    .map(Violation::message)
                    .toList();
        } catch (JsonProcessingException noJson) {
            return List.of("the content is not JSON");
        }
    }
}
