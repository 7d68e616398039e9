package dev.sandbank.internal.init;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.init.sample.Samples;
import dev.sandbank.internal.init.sample.Shape;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds where in the content of a request the members of an entry are: in its envelope, if it has one. */
final class ContentPlace {

    private static final int DEEPEST = 2;

    private final Samples requests;

    ContentPlace(Samples requests) {
        this.requests = requests;
    }

    /**
     * @param members the members of an entry
     * @param word what the collection is called: a member of this name has those of the entry
     */
    ReplyPlace of(JsonNode schema, Set<String> members, String word) {
        Shape whole = requests.shape(schema);
        String one = Words.plain(Words.singular(word));
        return whole.properties().keySet().stream()
                .filter(name -> Words.plain(name).equals(one) && Literals.isFact(name))
                .filter(name ->
                        requests.shape(whole.property(name)).isObject() && shared(whole.property(name), members) > 0)
                .map(name -> new ReplyPlace(List.of(name)))
                .findFirst()
                .orElseGet(() -> best(schema, members, List.of()));
    }

    private ReplyPlace best(JsonNode schema, Set<String> members, List<String> steps) {
        ReplyPlace best = new ReplyPlace(steps);
        Shape shape = requests.shape(schema);
        boolean here = shape.properties().keySet().stream().anyMatch(members::contains)
                || shape.properties().size() > DEEPEST;
        if (here || steps.size() == DEEPEST) {
            return best;
        }
        return shape.required().stream()
                .filter(name -> requests.shape(shape.property(name)).isObject())
                .filter(name -> shared(shape.property(name), members) > 0)
                .map(name -> best(
                        shape.property(name),
                        members,
                        Stream.concat(steps.stream(), Stream.of(name)).toList()))
                .findFirst()
                .orElse(best);
    }

    private long shared(JsonNode schema, Set<String> members) {
        Shape shape = requests.shape(schema);
        long own =
                shape.properties().keySet().stream().filter(members::contains).count();
        return own > 0
                ? own
                : shape.required().stream()
                        .flatMap(name -> requests.shape(shape.property(name)).properties().keySet().stream())
                        .filter(members::contains)
                        .count();
    }
}
