package dev.sandbank.internal.fault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.text.MemberPath;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The bank does as it is asked, and its reply is changed if it is a good one. */
public sealed interface ReplyChange extends Effect {

    /** A good reply has another status. */
    record ReplaceStatus(int status) implements ReplyChange {

        public ReplaceStatus {
            Bounds.requireStatus(status);
        }

        @Override
        public String told() {
            return "changes the status of a good reply to " + status;
        }

        @Override
        public Reply spoil(Reply reply) {
            return isGood(reply) ? new Reply(status, reply.headers(), reply.body(), reply.delivery()) : reply;
        }
    }

    /** A good reply has another value in a header field, or none if that is null. */
    record ReplaceHeader(String name, @Nullable String value) implements ReplyChange {

        public ReplaceHeader {
            Bounds.requireField(name, value);
        }

        @Override
        public String told() {
            return value == null
                    ? "takes the header " + name + " out of a good reply"
                    : "changes the header " + name + " of a good reply";
        }

        @Override
        public Reply spoil(Reply reply) {
            if (!isGood(reply)) {
                return reply;
            }
            Reply without = reply.withoutHeader(name);
            return value == null ? without : without.withHeader(name, value);
        }
    }

    /** A good reply has another value in a member of its JSON content, or none if that is null. */
    record ReplaceMember(String member, @Nullable JsonNode value) implements ReplyChange {

        private static final JsonMapper JSON = new JsonMapper();

        @Override
        public String told() {
            return (value == null ? "takes " + member + " out of" : "changes " + member + " in") + " a good reply";
        }

        @Override
        public Reply spoil(Reply reply) {
            Optional<ObjectNode> content = isGood(reply) ? content(reply) : Optional.empty();
            return content.map(body -> {
                        MemberPath.of(member).set(body, value);
                        return reply.withBody(body.toString());
                    })
                    .orElse(reply);
        }

        private static Optional<ObjectNode> content(Reply reply) {
            try {
                return JSON.readTree(reply.body()) instanceof ObjectNode object
                        ? Optional.of(object)
                        : Optional.empty();
            } catch (JsonProcessingException notJson) {
                return Optional.empty();
            }
        }
    }

    private static boolean isGood(Reply reply) {
        return reply.status() < 300;
    }
}
