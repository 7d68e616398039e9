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

    /** Lets the events of an endpoint wait. */
    public void pause(Endpoint endpoint) {
        endpoint.pause();
        outbox.write(endpoint);
    }

    /** Lets an endpoint go on; what waited because the bank had suspended it is due. */
    public void resume(Endpoint endpoint) {
        boolean isSuspended = endpoint.probeAt().isPresent();
        endpoint.resume();
        outbox.write(endpoint);
        if (isSuspended) {
            outbox.wake(endpoint, outbox.now());
        }
    }

    public void deliver(Endpoint endpoint, URI receiver) {
        endpoint.document().put(Endpoint.DELIVER_TO, receiver.toString());
        outbox.write(endpoint);
    }
}
