package dev.sandbank;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.SandbankNames.Kind;
import dev.sandbank.internal.bank.Environment;
import dev.sandbank.internal.model.Client;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.store.Entries;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** One OAuth client of a sandbox, as it is now; changes take effect at once. */
public final class SandbankClient {

    private final String id;
    private final Environment environment;

    SandbankClient(String id, Environment environment) {
        this.id = id;
        this.environment = environment;
        names().require(Kind.CLIENT, id);
    }

    private Client known() {
        return new Directory(environment.store())
                .client(id)
                .orElseThrow(() -> new IllegalArgumentException("there is no client " + id));
    }

    private SandbankNames names() {
        return new SandbankNames(List.of(environment));
    }

    /** The {@code client_id}. */
    public String id() {
        return id;
    }

    /**
     * The {@code client_secret}.
     *
     * @throws IllegalStateException if it is a public client
     */
    public String secret() {
        String secret = known().secret();
        if (secret == null) {
            throw new IllegalStateException("client " + id + " is public: it has no secret");
        }
        return secret;
    }

    /** What it may be granted. */
    public Set<String> scopes() {
        return known().scopes().names();
    }

    /**
     * Changes what it may be granted from now on; tokens it already has keep their scopes.
     *
     * @throws IllegalArgumentException if the bank does not know a scope
     */
    public void setScopes(String... scopes) {
        SandbankNames names = names();
        Arrays.stream(scopes).forEach(scope -> names.require(Kind.SCOPE, scope));
        change(document -> {
            ArrayNode all = document.putArray("scopes");
            Arrays.stream(scopes).forEach(all::add);
        });
    }

    /** Issues nothing to it any more, and revokes all its tokens. */
    public void disable() {
        environment.store().atomically(tables -> {
            change(tables.entries(), document -> document.put("disabled", true));
            tables.signIns().revokeOfClient(id);
            return tables.tokens().revokeOfClient(id);
        });
    }

    /** Lets it have tokens again; those that were revoked stay revoked. */
    public void enable() {
        change(document -> document.put("disabled", false));
    }

    private void change(Consumer<ObjectNode> edit) {
        environment.store().atomically(tables -> {
            change(tables.entries(), edit);
            return tables;
        });
    }

    private void change(Entries entries, Consumer<ObjectNode> edit) {
        entries.find(Directory.CLIENTS, id).ifPresent(entry -> {
            edit.accept(entry.document());
            entries.replace(Directory.CLIENTS, id, entry.document());
        });
    }

    @Override
    public String toString() {
        return "client " + id;
    }
}
