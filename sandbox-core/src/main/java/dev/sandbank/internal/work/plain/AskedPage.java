package dev.sandbank.internal.work.plain;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Violation;
import dev.sandbank.internal.model.operation.Components;
import dev.sandbank.internal.model.operation.Operation;
import dev.sandbank.internal.model.operation.WorkRule.PageRule;
import java.util.List;
import java.util.Map;

/** What a call asks of pages: in parameters of the query, or in the content where a rule names them by JSON Pointers. */
final class AskedPage {

    private AskedPage() {}

    static JsonNode value(Call call, String name) {
        return PageRule.isInContent(name)
                ? call.input().body().at(JsonPointer.compile(name))
                : call.input().get(name);
    }

    /** Returns what the schema of an operation's content says of a member that a pointer leads to. */
    static JsonNode schema(Operation operation, Components components, String name) {
        Operation.Content content = operation.body();
        JsonNode schema = content == null ? MissingNode.getInstance() : components.resolve(content.schema());
        for (JsonPointer rest = JsonPointer.compile(name); !rest.matches(); rest = rest.tail()) {
            schema = components.resolve(components.property(schema, rest.getMatchingProperty()));
        }
        return schema;
    }

    static Refusal invalid(String name, String rule, String message) {
        return PageRule.isInContent(name)
                ? new Refusal.InputInvalid("body", List.of(new Violation(plain(name), rule, Map.of(), message, name)))
                : new Refusal.InputInvalid("query", List.of(new Violation(name, rule, Map.of(), message)));
    }

    /** Returns a name as people read it: {@code page.size} for the pointer {@code /page/size}. */
    static String plain(String name) {
        return PageRule.isInContent(name) ? name.substring(1).replace('/', '.') : name;
    }
}
