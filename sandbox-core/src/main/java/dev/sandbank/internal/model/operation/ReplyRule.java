package dev.sandbank.internal.model.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How an operation without Java replies.
 *
 * @param status the HTTP status, or a template for it; 200 if absent
 * @param replaced the HTTP status if {@code create} replaced an entry; 200 if absent
 * @param view the view by which entries are shown, or a template for its name; null for all members
 * @param headers header templates
 * @param body the body template; absent for no body
 * @param etag whether it has an entity tag, so that calls can be conditional
 */
public record ReplyRule(
        JsonNode status,
        int replaced,
        @Nullable String view,
        Map<String, String> headers,
        JsonNode body,
        boolean etag) {

    public ReplyRule {
        status = status == null ? IntNode.valueOf(200) : status;
        replaced = replaced == 0 ? 200 : replaced;
        headers = Defaults.orEmpty(headers);
        body = body == null ? MissingNode.getInstance() : body;
    }

    /** Returns the reply if an entry was replaced. */
    public ReplyRule ofReplaced() {
        return new ReplyRule(IntNode.valueOf(replaced), replaced, view, headers, body, etag);
    }

    /** Returns the statuses that it may have. */
    public Set<Integer> statuses() {
        Set<Integer> all = new TreeSet<>();
        statuses(status, all);
        return all;
    }

    private static void statuses(JsonNode template, Set<Integer> all) {
        if (template.isIntegralNumber()) {
            all.add(template.intValue());
        }
        if (template.isObject()) {
            List.of("$then", "$else").forEach(branch -> statuses(template.path(branch), all));
        }
    }

    /** Whether body or headers name a fact. */
    public boolean tells(String fact) {
        return headers.values().stream().anyMatch(template -> names(template, fact)) || names(body, fact);
    }

    private static boolean names(JsonNode template, String fact) {
        return template.isTextual()
                ? names(template.textValue(), fact)
                : template.path("fact").asText().equals(fact)
                        || template.valueStream().anyMatch(inner -> names(inner, fact));
    }

    private static boolean names(String template, String fact) {
        return Expression.in(template).stream().flatMap(Expression::names).anyMatch(fact::equals);
    }

    /** Returns the default reply: what the operation lists, shows or made, otherwise nothing. */
    public static ReplyRule usual(@Nullable WorkRule work) {
        if (work != null && work.list() != null) {
            return new ReplyRule(IntNode.valueOf(200), 200, null, Map.of(), TextNode.valueOf("${items}"), false);
        }
        if (work != null && (work.get() != null || work.create() != null)) {
            return new ReplyRule(
                    IntNode.valueOf(work.get() == null ? 201 : 200),
                    200,
                    null,
                    Map.of(),
                    TextNode.valueOf("${entry}"),
                    false);
        }
        return new ReplyRule(IntNode.valueOf(204), 200, null, Map.of(), MissingNode.getInstance(), false);
    }
}
