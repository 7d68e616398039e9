package dev.sandbank.internal.init;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sandbank.internal.dialect.Templates;
import dev.sandbank.internal.init.sample.Samples;
import dev.sandbank.internal.init.sample.Shape;
import dev.sandbank.internal.model.Violation;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns an error of a description into a phrase: blanks where a refusal has a word of its own. */
final class ErrorForm {

    private static final Set<String> MESSAGES = Set.of(
            "message",
            "detail",
            "details",
            "description",
            "errordescription",
            "errormessage",
            "msg",
            "text",
            "developermessage",
            "usermessage",
            "displaymessage",
            "reason",
            "errortext",
            "error");
    private static final Set<String> CODES = Set.of("code", "errorcode", "errortype", "key", "type", "error", "name");
    private static final Set<String> STATUSES =
            Set.of("status", "statuscode", "httpstatus", "httpstatuscode", "httpcode");
    private static final Set<String> PATHS = Set.of("path", "instance", "url", "requesturl");
    private static final Set<String> IDS =
            Set.of("requestid", "traceid", "correlationid", "xrequestid", "errorid", "incidentid", "occurrenceid");
    private static final Pattern MOMENT = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(Z|[+-].*)");
    private static final Map<String, Object> PLAUSIBLE = Map.of(
            "reason",
            "input-invalid",
            "detail",
            "A sentence that says what was wrong",
            "status",
            400,
            "path",
            "/accounts/1",
            "now",
            "2031-01-15T09:30:00Z",
            "request-id",
            "5f2c8a1e-3b7d-4c1a-9e64-0d2b7a915c38");

    private final Samples replies;
    private final JsonNode schema;
    private final boolean own;

    /** @param own whether the sample is the bank's word for this very refusal, so that its texts stay */
    ErrorForm(Samples replies, JsonNode schema, boolean own) {
        this.replies = replies;
        this.schema = schema;
        this.own = own;
    }

    /** Returns a template that always gives a valid error; the sample itself, if no blank does. */
    JsonNode of(JsonNode sample) {
        JsonNode template = form("", sample, schema);
        for (int tries = 0; tries < 8; tries++) {
            var wrong = replies.wrong(schema, Templates.fill(template, PLAUSIBLE::get));
            if (wrong.isEmpty()) {
                return template;
            }
            for (Violation violation : wrong) {
                restore(template, sample, violation.pointer());
            }
        }
        return Literals.of(sample);
    }

    private static void restore(JsonNode template, JsonNode sample, @Nullable String pointer) {
        if (pointer == null || pointer.isEmpty()) {
            return;
        }
        JsonPointer place = JsonPointer.compile(pointer);
        JsonNode holder = template.at(place.head());
        JsonNode value = sample.at(place);
        String name = place.last().getMatchingProperty();
        if (holder instanceof ObjectNode object && !value.isMissingNode()) {
            object.set(name, Literals.of(value));
        } else if (holder instanceof ArrayNode list
                && name.matches("[0-9]{1,4}")
                && Integer.parseInt(name) < list.size()) {
            list.set(Integer.parseInt(name), Literals.of(value));
        }
    }

    private JsonNode form(String name, JsonNode sample, JsonNode said) {
        if (sample instanceof ObjectNode object) {
            ObjectNode made = Samples.object();
            Shape shape = replies.shape(said);
            object.properties().stream()
                    .filter(member -> !member.getKey().startsWith("$"))
                    .forEach(member -> made.set(
                            member.getKey(),
                            form(member.getKey(), member.getValue(), shape.property(member.getKey()))));
            return made;
        }
        if (sample instanceof ArrayNode list) {
            ArrayNode made = list.arrayNode();
            if (!list.isEmpty()) {
                made.add(form(name, list.get(0), replies.shape(said).items()));
            }
            return made;
        }
        return blank(Words.plain(name), sample, replies.shape(said).keywords());
    }

    private JsonNode blank(String name, JsonNode sample, JsonNode said) {
        boolean chosen = said.has("enum") || said.has("const");
        if (sample.isIntegralNumber()
                && (STATUSES.contains(name) || name.equals("code"))
                && sample.asInt() >= 400
                && sample.asInt() < 600) {
            return Literals.blank("status");
        }
        if (!sample.isTextual() || chosen) {
            return Literals.of(sample);
        }
        if (MOMENT.matcher(sample.textValue()).matches()) {
            return Literals.blank("now");
        }
        if (IDS.contains(name)) {
            return Literals.blank("request-id");
        }
        if (PATHS.contains(name)) {
            return Literals.blank("path");
        }
        if (STATUSES.contains(name) && sample.textValue().matches("[45][0-9]{2}")) {
            return TextNode.valueOf("${status}");
        }
        if (own) {
            return Literals.of(sample);
        }
        boolean sentence = sample.textValue().contains(" ");
        if (CODES.contains(name) && !sentence) {
            return Literals.blank("reason");
        }
        return MESSAGES.contains(name) ? Literals.blank("detail") : Literals.of(sample);
    }
}
