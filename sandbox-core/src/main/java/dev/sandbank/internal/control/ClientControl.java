package dev.sandbank.internal.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.control.Names.Kind;
import dev.sandbank.internal.model.Client;
import dev.sandbank.internal.store.Directory;
import java.util.List;
import java.util.function.Consumer;

/**
 * What can be done to one client.
 *
 * @param id the {@code client_id}
 * @param at where the client is
 */
public record ClientControl(String id, EnvironmentControl at) {

    public Client known() {
        return new Directory(at.environment().store())
                .client(id)
                .orElseThrow(() -> new UnknownNameException("there is no client " + id));
    }

    /**
     * What it may be granted from now on; tokens it already has keep their scopes.
     *
     * @throws IllegalArgumentException if the bank does not know a scope
     */
    public void setScopes(List<String> scopes) {
        scopes.forEach(scope -> at.names().require(Kind.SCOPE, scope));
        change(
                "client " + id + " may be granted " + (scopes.isEmpty() ? "nothing" : String.join(" ", scopes)),
                edited -> {
                    ArrayNode all = edited.putArray("scopes");
                    scopes.forEach(all::add);
                });
    }

    /**
     * From now on it authenticates with this secret alone; tokens it already has stay.
     *
     * @throws IllegalStateException if it is a client without a secret
     */
    public void setSecret(String secret) {
        if (known().secret() == null) {
            throw new IllegalStateException("client " + id + " has no secret that could be changed");
        }
        String fit = Secrets.require("secret", secret);
        change("client " + id + " has another secret", edited -> edited.put("secret", fit));
    }

    /** Issues nothing to it any more, and revokes all its tokens. */
    public void disable() {
        at.change("client " + id + " is disabled", tables -> {
            EntryDocuments.edit(tables, Directory.CLIENTS, id, edited -> edited.put("disabled", true));
            tables.signIns().revokeOfClient(id);
            return tables.tokens().revokeOfClient(id);
        });
    }

    /** Lets it have tokens again; those that were revoked stay revoked. */
    public void enable() {
        change("client " + id + " is enabled", edited -> edited.put("disabled", false));
    }

    private void change(String what, Consumer<ObjectNode> edit) {
        at.change(what, tables -> EntryDocuments.edit(tables, Directory.CLIENTS, id, edit));
    }
}
