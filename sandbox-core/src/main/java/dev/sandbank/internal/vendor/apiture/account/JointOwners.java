package dev.sandbank.internal.vendor.apiture.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Hash;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.store.Store;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The joint owners of an account: as the fixture lists them, otherwise the customers who may view the account, by name.
 */
final class JointOwners {

    private static final int LONGEST_NAME = 50;
    private static final int ID_DIGITS = 6;

    private final Store store;

    JointOwners(Store store) {
        this.store = store;
    }

    /**
     * One joint owner.
     *
     * @param user the customer's id, or an empty text for a person who is not a customer
     */
    private record Owner(String id, String name, String user, String email) {}

    /** Returns all owners except the caller. */
    ArrayNode others(Call call, Entry account) {
        ArrayNode others = JsonNodeFactory.instance.arrayNode();
        of(account).stream()
                .filter(owner -> owner.user().isEmpty()
                        || !owner.user().equals(call.subject().id()))
                .forEach(owner -> others.addObject().put("id", owner.id()).put("name", owner.name()));
        return others;
    }

    /** Whether a call invites a person who is an owner already. */
    boolean invites(Call call, Entry account) {
        String email = call.input().body().path("emailAddress").asText();
        return of(account).stream().anyMatch(owner -> owner.email().equalsIgnoreCase(email));
    }

    /** Returns the last digits of the invited person's tax number, in either form of the call. */
    static @Nullable String identification(Call call) {
        JsonNode body = call.input().body();
        return body.path(body.has("identification") ? "identification" : "taxId")
                .textValue();
    }

    private List<Owner> of(Entry account) {
        List<Owner> owners = new ArrayList<>();
        JsonNode told = account.document().path("jointOwners");
        if (told.isArray()) {
            told.forEach(owner -> owners.add(told(account, owner)));
            return owners;
        }
        return store.links().holders(account.collection(), account.id(), "view").stream()
                .flatMap(user -> store.entries().find(Directory.USERS, user).stream())
                .map(user -> customer(account, user))
                .sorted(Comparator.comparing(Owner::name))
                .toList();
    }

    private Owner told(Entry account, JsonNode owner) {
        String name = owner.path("name").asText();
        String user = owner.path("user").asText();
        String email = store.entries()
                .find(Directory.USERS, user)
                .map(known -> known.document().at("/claims/email").asText())
                .orElse("");
        return new Owner(
                owner.path("id").asText(idOf(account, name + user)),
                name,
                user,
                owner.path("email").asText(email));
    }

    private static Owner customer(Entry account, Entry user) {
        ObjectNode document = user.document();
        String name =
                document.at("/claims/name").asText(document.path("username").asText(user.id()));
        return new Owner(
                idOf(account, user.id()),
                name.substring(0, Math.min(name.length(), LONGEST_NAME)),
                user.id(),
                document.at("/claims/email").asText());
    }

    private static String idOf(Entry account, String who) {
        return "own-" + Hash.hex(account.id() + " " + who).substring(0, ID_DIGITS);
    }
}
