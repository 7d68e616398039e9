package dev.sandbank.internal.init;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.init.sample.Samples;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes the fixture of a bank: a client that may do all, one that may do nothing, owners, and the entries. */
final class FixtureDraft {

    /** Ids of owners that can be part of the name of a client. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");

    private final SecurityDraft security;
    private final CollectionsDraft collections;

    FixtureDraft(SecurityDraft security, CollectionsDraft collections) {
        this.security = security;
        this.collections = collections;
    }

    ObjectNode make(String name) {
        Set<String> owners = owners();
        ObjectNode fixture = Samples.object().put("bank", name + ".yaml");
        ArrayNode clients = fixture.putArray("clients");
        client(clients, "app", true);
        if (!security.scopes().isEmpty()) {
            client(clients, "limited", false);
        }
        ArrayNode users = fixture.putArray("users");
        for (String owner : owners) {
            String called = NAME.matcher(owner).matches() ? owner : "user" + (users.size() + 1);
            ObjectNode user = users.addObject().put("id", owner);
            if (security.signsIn()) {
                user.put("username", called).put("password", called + "-pw");
            }
            client(clients, "app-of-" + called, true).put("user", owner);
        }
        if (security.signsIn()) {
            client(clients, "web", true).putArray("redirectUris").add("http://127.0.0.1/callback");
        }
        collections.all().stream()
                .filter(draft -> !draft.entries().isEmpty())
                .forEach(draft -> fixture.putArray(draft.name()).addAll(draft.entries()));
        return fixture;
    }

    private ObjectNode client(ArrayNode clients, String id, boolean all) {
        ObjectNode client = clients.addObject().put("id", id).put("secret", id + "-secret");
        ArrayNode scopes = client.putArray("scopes");
        if (all) {
            security.scopes().forEach(scopes::add);
        }
        if (security.hasKeys()) {
            client.putArray("apiKeys").add(id + "-key");
        }
        return client;
    }

    private static String second(JsonNode first) {
        return first.asText().matches("[A-Za-z]+")
                ? first.asText() + "2"
                : IdForm.of(first, List.of(), JsonNode::isTextual).make(2).asText();
    }

    /** Gives the entries of owned collections to two users in turn, and returns these. */
    private Set<String> owners() {
        Set<String> owners = new LinkedHashSet<>();
        for (CollectionDraft draft : collections.all()) {
            String member = draft.parent() == null
                    ? OwnerMember.of(
                                    Samples.object().setAll(draft.members()),
                                    draft.idMember().orElse("id"))
                            .orElse("")
                    : "";
            if (member.isEmpty() || draft.isSingle()) {
                continue;
            }
            JsonNode shown = draft.member(member);
            String first = shown.asText();
            String second = second(shown);
            if (first.matches("[!-~]{1,128}")) {
                draft.ownedBy(member);
                int number = 0;
                for (ObjectNode entry : draft.entries()) {
                    String owner = number++ % 2 == 0 ? first : second;
                    entry.remove("its" + Words.capital(member));
                    entry.put(member, owner);
                    owners.add(owner);
                }
            }
        }
        return owners;
    }
}
