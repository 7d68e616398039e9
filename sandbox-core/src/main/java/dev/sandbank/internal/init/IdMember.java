package dev.sandbank.internal.init;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the member by which a path names an entry. */
final class IdMember {

    private static final List<String> IDS = List.of("id", "uuid", "guid", "sid", "resourceid");

    /** What can be an id where nothing else is: within an entry, such members tell of other things, too. */
    private static final List<String> WEAK = List.of("token", "key", "code", "reference", "name");

    private IdMember() {}

    /**
     * @param entry an entry as a reply shows it
     * @param parameter the parameter of the path
     * @param collection the word of the path before it
     */
    static Optional<String> of(JsonNode entry, String parameter, String collection) {
        return told(entry, parameter, collection)
                .or(() -> WEAK.stream().flatMap(name -> named(entry, name)).findFirst());
    }

    /** Returns the member if its name tells that it is the id. */
    static Optional<String> told(JsonNode entry, String parameter, String collection) {
        String wanted = Words.plain(parameter);
        String one = Words.plain(Words.singular(collection));
        String rest = wanted.startsWith(one) ? wanted.substring(one.length()) : wanted;
        return Stream.concat(Stream.of(wanted, one + "id", rest.isEmpty() ? "id" : rest), IDS.stream())
                .flatMap(name -> named(entry, name))
                .findFirst();
    }

    private static Stream<String> named(JsonNode entry, String name) {
        return entry.properties().stream()
                .filter(member ->
                        member.getValue().isTextual() || member.getValue().isIntegralNumber())
                .map(member -> member.getKey())
                .filter(member -> Words.plain(member).equals(name));
    }
}
