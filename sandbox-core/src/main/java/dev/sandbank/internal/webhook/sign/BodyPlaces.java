package dev.sandbank.internal.webhook.sign;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the facts of an event in the body of its message by the template, and changes them there. */
final class BodyPlaces {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final JsonNode template;

    BodyPlaces(JsonNode template) {
        this.template = template;
    }

    /** Whether the body has a place for this fact alone. */
    boolean has(String fact) {
        return find(fact).isPresent();
    }

    private Optional<JsonPointer> find(String fact) {
        return find(template, JsonPointer.empty(), "${" + fact + "}");
    }

    private static Optional<JsonPointer> find(JsonNode template, JsonPointer at, String blank) {
        if (template.isTextual()) {
            return template.textValue().equals(blank) ? Optional.of(at) : Optional.empty();
        }
        Stream<Map.Entry<String, JsonNode>> members = template.properties().stream();
        return members.map(member -> find(member.getValue(), at.appendProperty(member.getKey()), blank))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Returns the text of a fact in a body; empty if there is none. */
    String text(String body, String fact) {
        return find(fact).map(at -> read(body).at(at).asText("")).orElse("");
    }

    /** Writes another text in place of a fact. */
    String with(String body, String fact, String text) {
        return find(fact)
                .filter(at -> !at.matches())
                .map(at -> {
                    ObjectNode whole = read(body);
                    if (whole.at(at.head()) instanceof ObjectNode holder) {
                        holder.set(at.last().getMatchingProperty(), TextNode.valueOf(text));
                    }
                    return whole.toString();
                })
                .orElse(body);
    }

    /** Removes all members of the event's data. */
    String withoutData(String body) {
        ObjectNode whole = read(body);
        data(whole).ifPresent(ObjectNode::removeAll);
        return whole.toString();
    }

    /** Adds members to the body and to the event's data. */
    String withFurtherMembers(String body) {
        ObjectNode whole = read(body);
        Stream.concat(Stream.of(whole), data(whole).stream())
                .distinct()
                .forEach(part -> part.putObject("sandbankUnknown")
                        .putArray("list")
                        .add(1)
                        .addNull());
        return whole.toString();
    }

    private Optional<ObjectNode> data(ObjectNode whole) {
        return find("event.data")
                .map(whole::at)
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast);
    }

    static ObjectNode read(String body) {
        try {
            return JSON.readTree(body) instanceof ObjectNode whole ? whole : JSON.createObjectNode();
        } catch (JsonProcessingException bad) {
            throw new IllegalArgumentException("the body of a message is JSON", bad);
        }
    }

    /** Writes the same JSON with spaces and line ends between its members. */
    static String formatted(String body) {
        StringBuilder spaced = new StringBuilder();
        boolean inText = false;
        for (int at = 0; at < body.length(); at++) {
            char each = body.charAt(at);
            spaced.append(each);
            if (inText && each == '\\') {
                spaced.append(body.charAt(++at));
            } else if (each == '"') {
                inText = !inText;
            } else if (!inText && ",:{".indexOf(each) >= 0) {
                spaced.append(each == ':' ? " " : "\n  ");
            }
        }
        return spaced.append('\n').toString();
    }

    /** Changes the last letter or digit of the last text in a body: the JSON stays valid. */
    static String tampered(String body) {
        for (int at = body.length() - 2; at > 0; at--) {
            char each = body.charAt(at);
            boolean endsText = body.charAt(at + 1) == '"' && isValue(body, at + 2) && body.charAt(at - 1) != '\\';
            if (endsText && Character.isLetterOrDigit(each) && each < 128) {
                char other = Character.isDigit(each) ? (char) ('0' + (each - '0' + 1) % 10) : (char) (each ^ ' ');
                return body.substring(0, at) + other + body.substring(at + 1);
            }
        }
        return body.replaceFirst("\\{", "{ ");
    }

    private static boolean isValue(String body, int after) {
        return after < body.length() && ",}]".indexOf(body.charAt(after)) >= 0;
    }
}
