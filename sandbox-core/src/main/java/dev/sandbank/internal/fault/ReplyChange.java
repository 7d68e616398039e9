package dev.sandbank.internal.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.text.BoundedJson;
import dev.sandbank.internal.text.MemberPath;
import org.jspecify.annotations.Nullable;

/** An effect on successful replies: the bank does the work, and then its reply is changed. */
public sealed interface ReplyChange extends Effect {

    /** A successful reply gets another status. */
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

    /** A successful reply gets another value in a header field, or loses the field if that is null. */
    record ReplaceHeader(String name, @Nullable String value) implements ReplyChange {

        public ReplaceHeader {
            Bounds.requireField(name, value);
        }

        @Override
        public String told() {
            return value == null
                    ? "removes the header " + name + " from a good reply"
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

    /** A successful reply gets another value in a member of its JSON content, or loses the member if that is null. */
    record ReplaceMember(String member, @Nullable JsonNode value) implements ReplyChange {

        @Override
        public String told() {
            return (value == null ? "removes " + member + " from" : "changes " + member + " in") + " a good reply";
        }

        @Override
        public Reply spoil(Reply reply) {
            return isGood(reply) && BoundedJson.find(reply.body()).orElse(null) instanceof ObjectNode body
                    ? changed(reply, body)
                    : reply;
        }

        /** Changes the body; if nothing can be set, such as below a text, the reply stays. */
        private Reply changed(Reply reply, ObjectNode body) {
            try {
                MemberPath.of(member).set(body, value);
                return reply.withBody(body.toString());
            } catch (IllegalArgumentException nowhere) {
                return reply;
            }
        }
    }

    private static boolean isGood(Reply reply) {
        return reply.status() < 300;
    }
}
