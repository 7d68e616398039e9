package dev.sandbank.internal.work;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Reply;
import java.util.Map;
import java.util.function.Function;

/** The result of an operation's work: a reply, or the rule of the bank that refused it. */
public sealed interface Result {

    /** Says in a decision that the reply is a page, and not the last one. */
    String GOES_ON = "the list goes on after this page";

    static Result ok(JsonNode body) {
        return status(200, body);
    }

    static Result status(int status, JsonNode body) {
        return new Done(Reply.of(status, "application/json", body.toString()));
    }

    /** Refuses by a rule with a phrase of its own in the dialect. */
    static Result refuse(String rule, String detail, Map<String, Object> facts) {
        return new Refused(new Refusal.RuleBroken(rule, detail, facts));
    }

    /** Returns the id of the entry that it is about; empty for none. */
    default String about() {
        return "";
    }

    /** Whether the reply is a page, and not the last one. */
    default boolean goesOn() {
        return false;
    }

    <T> T fold(Function<Reply, T> done, Function<Refusal, T> refused);

    /**
     * The work is done.
     *
     * @param about the id of the entry that it is about; empty for none
     * @param goesOn whether the reply is a page, and not the last one
     */
    record Done(Reply reply, String about, boolean goesOn) implements Result {

        public Done(Reply reply) {
            this(reply, "", false);
        }

        @Override
        public <T> T fold(Function<Reply, T> done, Function<Refusal, T> refused) {
            return done.apply(reply);
        }
    }

    /** A rule of the bank refused the work; nothing was changed. */
    record Refused(Refusal refusal) implements Result {

        @Override
        public <T> T fold(Function<Reply, T> done, Function<Refusal, T> refused) {
            return refused.apply(refusal);
        }
    }
}
