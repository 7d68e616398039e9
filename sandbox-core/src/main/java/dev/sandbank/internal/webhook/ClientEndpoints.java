package dev.sandbank.internal.webhook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.oauth.Client;
import dev.sandbank.internal.model.oauth.Client.BackChannelLogout;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.store.Entries;
import dev.sandbank.internal.webhook.Endpoint.ClientReceiver;
import dev.sandbank.internal.webhook.send.ReceiverHosts;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Where clients take logout tokens. An entry exists only for one that was changed, for example paused.
 *
 * @param entries the present entries
 * @param hosts where the sandbox may post
 */
record ClientEndpoints(Supplier<Entries> entries, ReceiverHosts hosts) {

    private static final String PREFIX = "client:";

    /** Returns the id of a client's endpoint. It differs from those of the fixture, which may be named like clients. */
    static String id(String client) {
        return PREFIX + client;
    }

    /** Returns those of the present clients. */
    List<Endpoint> all() {
        return new Directory(entries.get())
                .clients().stream()
                        .flatMap(client -> Stream.ofNullable(
                                        client.registration().logout())
                                .map(logout -> endpoint(client, logout)))
                        .toList();
    }

    private Endpoint endpoint(Client client, BackChannelLogout logout) {
        String id = id(client.id());
        ObjectNode document = entries.get()
                .find(Outbox.ENDPOINTS, id)
                .map(Entry::document)
                .orElseGet(JsonNodeFactory.instance::objectNode);
        document.put("id", id).put(Endpoint.CLIENT, client.id());
        String posted = isNamed(logout.uri()) ? logout.uri() : null;
        return new Endpoint(id, document, new ClientReceiver(posted, logout.isSessionRequired()));
    }

    /** Whether the sandbox posts there unasked: only if the host was allowed by name, also on this machine. */
    private boolean isNamed(String uri) {
        try {
            return hosts.isNamed(new URI(uri));
        } catch (URISyntaxException notAUri) {
            return false;
        }
    }
}
