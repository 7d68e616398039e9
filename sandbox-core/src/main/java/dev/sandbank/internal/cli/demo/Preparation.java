package dev.sandbank.internal.cli.demo;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.sandbank.internal.cli.demo.DemoClient.Received;
import dev.sandbank.internal.cli.demo.DemoScenario.DemoRequest;
import dev.sandbank.internal.journal.Redaction;
import java.time.Duration;

/** What the demo does before a call, so that the call shows its point. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
@JsonSubTypes({
    @JsonSubTypes.Type(value = Preparation.Token.class, name = "token"),
    @JsonSubTypes.Type(value = Preparation.Block.class, name = "block"),
    @JsonSubTypes.Type(value = Preparation.Unblock.class, name = "unblock"),
    @JsonSubTypes.Type(value = Preparation.Entitle.class, name = "entitle"),
    @JsonSubTypes.Type(value = Preparation.Advance.class, name = "advance")
})
sealed interface Preparation {

    /** Does it, and describes it in a few words. */
    String perform(DemoClient visitor);

    /** A client gets itself a token over HTTP. */
    record Token(String client) implements Preparation {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Token {}

        @Override
        public String perform(DemoClient visitor) {
            String path = visitor.bank().tokenUrl().getRawPath();
            Received received = visitor.send(DemoRequest.forToken(path, client));
            String token = visitor.tokenOf(client).map(Redaction::shorten).orElse("none");
            return "POST %s as client %s: %s, token %s".formatted(path, client, received.status(), token);
        }
    }

    /** The bank blocks a user. */
    record Block(String user) implements Preparation {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Block {}

        @Override
        public String perform(DemoClient visitor) {
            visitor.bank().user(user).block();
            return "the bank blocks user " + user;
        }
    }

    /** The bank unblocks a user. */
    record Unblock(String user) implements Preparation {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Unblock {}

        @Override
        public String perform(DemoClient visitor) {
            visitor.bank().user(user).unblock();
            return "the bank unblocks user " + user;
        }
    }

    /** The bank entitles a user to something on a resource. */
    record Entitle(String user, String resource, String permission) implements Preparation {

        @Override
        public String perform(DemoClient visitor) {
            visitor.bank().user(user).entitle(resource, permission);
            return "the bank gives user %s the permission %s on %s".formatted(user, permission, resource);
        }
    }

    /** The sandbox's clock is moved on. */
    record Advance(String step) implements Preparation {

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        public Advance {}

        @Override
        public String perform(DemoClient visitor) {
            Duration duration = Duration.parse(step);
            visitor.bank().clock().advance(duration);
            return "the clock is moved forward by " + duration.toMinutes() + " minutes";
        }
    }
}
