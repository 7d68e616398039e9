package dev.sandbank.internal.init;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.init.sample.Samples;
import dev.sandbank.internal.init.sample.Shape;
import java.util.stream.Stream;

/**
 * The members of an entry that the content of a call says: those of the same name, in whichever style, and of the same
 * type. What only the bank computes is none of them.
 */
final class SaidMembers {

    private final Samples requests;
    private final Shape content;

    SaidMembers(Samples requests, Shape content) {
        this.requests = requests;
        this.content = content;
    }

    /**
     * Returns what the content calls a member of an entry; empty if it does not say it.
     *
     * @param value the member as replies show it
     */
    String name(String member, JsonNode value) {
        String plain = Words.plain(member);
        return Stream.concat(
                        Stream.of(member),
                        content.properties().keySet().stream()
                                .filter(name -> Words.plain(name).equals(plain)))
                .filter(name -> Literals.isFact(name) && content.properties().containsKey(name))
                .filter(name -> isAlike(requests.shape(content.property(name)), value))
                .findFirst()
                .orElse("");
    }

    private boolean isAlike(Shape said, JsonNode value) {
        return value.isNull()
                || switch (said.type()) {
                    case "string" -> value.isTextual();
                    case "integer", "number" -> value.isNumber();
                    case "boolean" -> value.isBoolean();
                    case "array" ->
                        value.isArray() && (value.isEmpty() || isAlike(requests.shape(said.items()), value.get(0)));
                    case "object" -> value.isObject();
                    default -> true;
                };
    }
}
