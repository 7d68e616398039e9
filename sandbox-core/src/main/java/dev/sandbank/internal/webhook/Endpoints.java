package dev.sandbank.internal.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Changes endpoints.
 *
 * @param outbox has them
 * @param secrets makes a secret, if the bank signs with any
 */
public record Endpoints(Outbox outbox, Supplier<Optional<String>> secrets) {

    /** Returns all; there is always one. */
    public List<Endpoint> all() {
        return outbox.endpoints();
    }

    /** Gives an endpoint a new secret, beside the present one, and returns it; empty if the bank has no secrets. */
    public Optional<String> rotate(Endpoint endpoint) {
        Optional<String> fresh = endpoint.client() != null ? Optional.empty() : secrets.get();
        fresh.ifPresent(secret -> {
            ObjectNode document = endpoint.document();
            document.set(Endpoint.OLD_SECRET, document.path(Endpoint.SECRET));
            document.put(Endpoint.SECRET, secret);
            outbox.write(endpoint);
        });
        return fresh;
    }

    public void dropOldSecret(Endpoint endpoint) {
        endpoint.document().remove(Endpoint.OLD_SECRET);
        outbox.write(endpoint);
    }

    /** Lets the events of an endpoint wait, in the bank's words if it has some. */
    public void pause(Endpoint endpoint) {
        ObjectNode document = endpoint.document();
        if (document.has(Endpoint.STATE)) {
            document.put(Endpoint.STATE, Endpoint.SUSPENDED);
        } else {
            document.put(Endpoint.PAUSED, true);
        }
        outbox.write(endpoint);
    }

    public void resume(Endpoint endpoint) {
        ObjectNode document = endpoint.document();
        document.remove(Endpoint.PAUSED);
        if (document.path(Endpoint.STATE).asText().equals(Endpoint.SUSPENDED)) {
            document.put(Endpoint.STATE, "active");
        }
        outbox.write(endpoint);
    }

    public void deliver(Endpoint endpoint, URI receiver) {
        endpoint.document().put(Endpoint.DELIVER_TO, receiver.toString());
        outbox.write(endpoint);
    }
}
