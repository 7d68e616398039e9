package dev.sandbank;

import dev.sandbank.internal.model.Client;
import dev.sandbank.internal.model.GrantTypes;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an application has to know to use a bank, as properties of its configuration.
 *
 * @param environment where the bank is
 * @param prefix what their names begin with
 */
record ConnectionProperties(SandbankEnvironment environment, String prefix) {

    /** For the first client that an application without a user would be. */
    static Optional<Client> usual(List<Client> inOrder) {
        return inOrder.stream()
                .filter(client -> client.secret() != null && !client.disabled())
                .filter(client -> client.grants().contains(GrantTypes.CLIENT_CREDENTIALS))
                .findFirst();
    }

    Map<String, String> of(Optional<Client> client) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put(prefix + "base-url", environment.baseUrl().toString());
        properties.put(prefix + "issuer", environment.issuer().toString());
        properties.put(prefix + "token-url", environment.tokenUrl().toString());
        client.ifPresent(known -> {
            properties.put(prefix + "client-id", known.id());
            if (known.secret() != null) {
                properties.put(prefix + "client-secret", known.secret());
            }
        });
        return Collections.unmodifiableMap(properties);
    }
}
