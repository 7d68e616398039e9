package dev.sandbank.internal.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.SandbankClient;
import dev.sandbank.SandbankNames.Kind;
import dev.sandbank.internal.model.oauth.Client;
import dev.sandbank.internal.store.Directory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Controls one client.
 *
 * @param id the {@code client_id}
 * @param at the client's environment
 */
public record ClientControl(String id, EnvironmentControl at) implements SandbankClient {

    public Client known() {
        return new Directory(at.environment().store())
                .client(id)
                .orElseThrow(() -> new UnknownNameException("there is no client " + id));
    }

    @Override
    public String secret() {
        String secret = known().secret();
        if (secret == null) {
            throw new WrongStateException("client " + id + " is public: it has no secret");
        }
        return secret;
    }

    @Override
    public Optional<String> boundUser() {
        return known().user();
    }

    @Override
    public Set<String> scopes() {
        return known().scopes().names();
    }

    @Override
    public void setScopes(String... scopes) {
        List.of(scopes).forEach(scope -> at.namesHere().require(Kind.SCOPE, scope));
        change(
                "client " + id + " may be granted " + (scopes.length == 0 ? "nothing" : String.join(" ", scopes)),
                edited -> {
                    ArrayNode all = edited.putArray("scopes");
                    List.of(scopes).forEach(all::add);
                });
    }

    @Override
    public void setSecret(String secret) {
        if (known().secret() == null) {
            throw new WrongStateException("client " + id + " has no secret to change");
        }
        String fit = AllowedSecrets.require("secret", secret);
        change("client " + id + " has a new secret", edited -> edited.put("secret", fit));
    }

    @Override
    public boolean isDisabled() {
        return known().disabled();
    }

    @Override
    public void claims(Map<String, ?> claims) {
        at.resource(Directory.CLIENTS, id).setIn("claims", claims);
    }

    /** Refuses claims that a client of a fixture could not have. */
    void requireClaims(ObjectNode claims) {
        if (!claims.isEmpty()) {
            at.resource(Directory.CLIENTS, id).require("claims", claims);
        }
    }

    @Override
    public void disable() {
        at.change("client " + id + " is disabled", tables -> {
            if (known().disabled()) {
                throw new ConflictException("client " + id + " is already disabled" + UserControl.IDLE);
            }
            EntryWriter.edit(tables, Directory.CLIENTS, id, edited -> edited.put("disabled", true));
            tables.signIns().revokeOfClient(id);
            return tables.tokens().revokeOfClient(id);
        });
    }

    @Override
    public void enable() {
        change("client " + id + " is enabled", edited -> edited.put("disabled", false));
    }

    private void change(String what, Consumer<ObjectNode> edit) {
        at.change(what, tables -> EntryWriter.edit(tables, Directory.CLIENTS, id, edit));
    }

    @Override
    public String toString() {
        return "client " + id;
    }
}
