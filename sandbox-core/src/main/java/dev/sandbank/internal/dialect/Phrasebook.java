package dev.sandbank.internal.dialect;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.dialect.Dialect.Phrase;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.StatusPhrases;
import dev.sandbank.internal.model.Violation;
import dev.sandbank.internal.model.operation.Expression;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The wording of one bank's refusals: a phrase for every {@link Refusal#phrase()}. */
public final class Phrasebook {

    private static final String OTHER = "other-status";

    private final Dialect dialect;

    public Phrasebook(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Words a refusal, with facts about the call. */
    public Reply say(Refusal refusal, Map<String, Object> circumstances) {
        Phrase phrase = phrase(refusal);
        Map<String, Object> facts = new HashMap<>(circumstances);
        facts.put("status", phrase.status());
        facts.putAll(refusal.facts());
        int status = facts.get("status") instanceof Integer own ? own : phrase.status();
        facts.put("status-phrase", StatusPhrases.of(status));
        facts.put("reason", refusal.reason());
        facts.put("detail", refusal.detail());
        facts.putIfAbsent("challenge", challenge(facts));
        Reply reply = Reply.of(
                status,
                dialect.envelope().contentType(),
                body(phrase, refusal, facts).toString());
        for (Map.Entry<String, String> header : phrase.headers().entrySet()) {
            Optional<String> value = Templates.fill(header.getValue(), facts::get);
            reply = value.isPresent() ? reply.withHeader(header.getKey(), value.get()) : reply;
        }
        return reply;
    }

    /** Fills header templates that are not part of a refusal. */
    public Map<String, String> headers(Map<String, String> templates, Map<String, Object> facts) {
        Map<String, String> filled = new HashMap<>();
        templates.forEach(
                (name, template) -> Templates.fill(template, facts::get).ifPresent(value -> filled.put(name, value)));
        return filled;
    }

    /** Returns the facts with a prefix that templates name, without the prefix. */
    public static List<String> named(Collection<String> templates, String beginning) {
        return templates.stream()
                .flatMap(template -> Expression.in(template).stream())
                .flatMap(Expression::names)
                .filter(name -> name.startsWith(beginning))
                .map(name -> name.substring(beginning.length()))
                .distinct()
                .toList();
    }

    /** Whether the bank has a phrase for it. */
    public boolean has(String phrase) {
        return phrase(phrase).isPresent();
    }

    /** Whether something is refused with this key: a standard one, or the bank's own. */
    public boolean knows(String key) {
        return has(key)
                && !key.equals(StandardPhrases.DEFAULT)
                && (dialect.refusals().containsKey(key) || StandardPhrases.all().contains(key));
    }

    /**
     * Returns the key of the refusal with a status, preferably a usual one. If there is none, returns that for other
     * statuses if the bank has one, else that of an internal error.
     */
    public String keyFor(int status) {
        return Stream.concat(StandardPhrases.usual().stream(), dialect.refusals().keySet().stream())
                .filter(key -> !key.equals(StandardPhrases.DEFAULT) && !key.equals(OTHER))
                .filter(key ->
                        phrase(key).filter(phrase -> phrase.status() == status).isPresent())
                .findFirst()
                .orElse(dialect.refusals().containsKey(OTHER) ? OTHER : "internal-error");
    }

    private Optional<Phrase> phrase(String key) {
        Map<String, Phrase> known = dialect.refusals();
        return Optional.ofNullable(known.get(key))
                .or(() -> Optional.ofNullable(known.get(StandardPhrases.instead(key))))
                .or(() -> Optional.ofNullable(known.get(StandardPhrases.DEFAULT))
                        .map(common -> StandardPhrases.say(key, common)));
    }

    private Phrase phrase(Refusal refusal) {
        return phrase(refusal.phrase())
                .orElseThrow(() -> new IllegalStateException(
                        "dialect " + dialect.name() + " has no phrase for " + refusal.phrase()));
    }

    private ObjectNode body(Phrase phrase, Refusal refusal, Map<String, Object> facts) {
        ObjectNode filled = Templates.fill(phrase.body(), facts::get) instanceof ObjectNode own
                ? own
                : JsonNodeFactory.instance.objectNode();
        Templates.fill(dialect.envelope().body(), facts::get).properties().stream()
                .filter(shared -> !filled.has(shared.getKey()))
                .forEach(shared -> filled.set(shared.getKey(), shared.getValue()));
        if (refusal.violations().size() >= phrase.causesFrom()) {
            phrase.causes().forEach((member, cause) -> put(filled, member, causes(cause, refusal, facts)));
        }
        return filled;
    }

    /** @param where a member, or the JSON Pointer to one */
    private static void put(ObjectNode body, String where, ArrayNode all) {
        JsonPointer rest = where.startsWith("/")
                ? JsonPointer.compile(where)
                : JsonPointer.empty().appendProperty(where);
        ObjectNode holder = body;
        for (; !rest.tail().matches(); rest = rest.tail()) {
            String step = rest.getMatchingProperty();
            holder = holder.get(step) instanceof ObjectNode inner ? inner : holder.putObject(step);
        }
        holder.set(rest.getMatchingProperty(), all);
    }

    /** Fills a template once for each violation, with its facts and those of the refusal. */
    private static ArrayNode causes(JsonNode template, Refusal refusal, Map<String, Object> facts) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (Violation violation : refusal.violations()) {
            Map<String, Object> own = new HashMap<>(facts);
            own.putAll(violation.facts());
            own.put("pointer", violation.pointer());
            own.put("detail", violation.message());
            own.put("number", all.size() + 1);
            all.add(Templates.fill(template, own::get));
        }
        return all;
    }

    /** Returns the {@code WWW-Authenticate} of RFC 6750 §3: the error, and the scope that is missing. */
    private String challenge(Map<String, Object> facts) {
        Api.Challenge challenge = dialect.api().challenge();
        StringBuilder text = new StringBuilder(challenge.scheme() + " realm=\"" + challenge.realm() + '"');
        append(text, "error", facts.get("challenge-error"));
        append(text, "error_description", facts.get("challenge-description"));
        append(text, "scope", facts.get("challenge-scope"));
        return text.toString();
    }

    private static void append(StringBuilder text, String name, @Nullable Object value) {
        if (value != null) {
            text.append(", ").append(name).append("=\"").append(value).append('"');
        }
    }
}
