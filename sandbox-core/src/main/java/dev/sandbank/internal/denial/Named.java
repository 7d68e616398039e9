package dev.sandbank.internal.denial;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.dialect.Templates;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Parameter;
import dev.sandbank.internal.model.ResourceRule;
import dev.sandbank.internal.store.Entries;
import dev.sandbank.internal.work.plain.Conditions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A resource that a call names.
 *
 * @param rule by which rule
 * @param entry the resource itself, the first if there are several
 */
record Named(ResourceRule rule, Entry entry) {

    /** All that a call names, in the order of the rules; each knows those before it. */
    static List<Named> in(Situation call, Entries entries) {
        List<Named> all = new ArrayList<>();
        Situation known = call;
        for (ResourceRule rule : call.sketch().operation().resources()) {
            Optional<Entry> entry = concerned(rule, known)
                    ? id(rule, known).flatMap(id -> entries.find(rule.collection(), id))
                    : Optional.empty();
            if (entry.isPresent()) {
                all.add(new Named(rule, entry.get()));
                known = known.naming(rule.as(), entry.get());
            }
        }
        return List.copyOf(all);
    }

    private static boolean concerned(ResourceRule rule, Situation known) {
        return new Conditions(known, known).hold(rule.when());
    }

    private static Optional<String> id(ResourceRule rule, Situation known) {
        Optional<String> said = switch (rule.in()) {
            case "subject" -> Optional.ofNullable(known.user()).map(Entry::id);
            case "body" -> ofBody(known.sketch().body().at(rule.name()));
            default -> ofParameter(rule, known.sketch());
        };
        return said.or(() -> Optional.ofNullable(rule.or()).flatMap(template -> Templates.fill(template, known)));
    }

    private static Optional<String> ofBody(JsonNode value) {
        JsonNode first = value.isArray() ? value.path(0) : value;
        return first.isValueNode() && !first.isNull() ? Optional.of(first.asText()) : Optional.empty();
    }

    private static Optional<String> ofParameter(ResourceRule rule, Sketch sketch) {
        return Optional.ofNullable(sketch.parameters().get(rule.name()))
                .map(value -> sketch.operation().parameters().stream()
                        .filter(parameter -> parameter.name().equals(rule.name()))
                        .map(Parameter::list)
                        .filter(separator -> separator != null)
                        .findFirst()
                        .map(separator -> value.substring(0, (value + separator).indexOf(separator)))
                        .orElse(value));
    }
}
