package dev.sandbank.internal.init;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the member that says whose an entry is. */
final class OwnerMember {

    private static final List<String> USUAL = List.of(
            "ownerid",
            "owner",
            "userid",
            "user",
            "customerid",
            "customer",
            "accountholderid",
            "holderid",
            "psuid",
            "clientid",
            "memberid");

    private OwnerMember() {}

    static Optional<String> of(JsonNode entry, String idMember) {
        return USUAL.stream()
                .flatMap(name -> entry.properties().stream()
                        .filter(member -> member.getValue().isTextual()
                                && !member.getKey().equals(idMember))
                        .map(Map.Entry::getKey)
                        .filter(member ->
                                Literals.isFact(member) && Words.plain(member).equals(name)))
                .findFirst();
    }
}
