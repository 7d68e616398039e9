package dev.sandbank.internal.denial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.dialect.Phrasebook;
import dev.sandbank.internal.dialect.Templates;
import dev.sandbank.internal.model.DenialRule;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.work.plain.MergePatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What the dialect tells by itself, because it follows from nothing else there: most of all what takes a bank's Java. */
final class OfData {

    private OfData() {}

    static Stream<Denial> of(Basis basis) {
        return basis.operation().denials().stream()
                .filter(rule -> rule.unarranged() == null)
                .filter(rule -> basis.honest().reaches(rule.at()))
                .filter(rule ->
                        basis.honest().passes(rule.at()) || !rule.where().isEmpty())
                .filter(rule -> holds(rule.where(), basis))
                .filter(rule -> isKnown(rule, basis))
                .map(rule -> denial(basis, rule));
    }

    private static boolean holds(Map<String, JsonNode> where, Basis basis) {
        return where.entrySet().stream().allMatch(setting -> {
            JsonNode wanted = setting.getValue();
            JsonNode own = basis.settings().values().get(setting.getKey());
            return own != null && elements(wanted).anyMatch(one -> elements(own).anyMatch(one::equals));
        });
    }

    private static Stream<JsonNode> elements(JsonNode value) {
        return value.isArray() ? StreamSupport.stream(value.spliterator(), false) : Stream.of(value);
    }

    /** Whether there is all that the rule names: some calls name no such resource, and some are made for no user. */
    private static boolean isKnown(DenialRule rule, Basis basis) {
        boolean people = rule.state().stream().anyMatch(edit -> edit.in().equals(Directory.USERS));
        List<String> texts = new ArrayList<>();
        rule.state().forEach(edit -> {
            texts.add(edit.id());
            collect(edit.set(), texts);
        });
        rule.parameters().values().forEach(value -> collect(value, texts));
        collect(rule.body(), texts);
        return Phrasebook.named(texts, "").stream()
                        .allMatch(name -> basis.situation().get(name) != null)
                && (!people || basis.user() != null || !texts.contains("${subject}"));
    }

    private static void collect(JsonNode template, List<String> texts) {
        if (template.isTextual()) {
            texts.add(template.textValue());
        }
        template.forEach(inner -> collect(inner, texts));
    }

    private static Denial denial(Basis basis, DenialRule rule) {
        Scene scene = basis.scene().asking(sketch(basis, rule));
        for (DenialRule.Edit edit : rule.state()) {
            scene = scene.after(change(basis.situation(), edit));
        }
        return basis.denial(rule.at(), rule.name(), rule.reason(), rule.refuse(), rule.isOfState(), scene);
    }

    private static Sketch sketch(Basis basis, DenialRule rule) {
        Sketch sketch = basis.sketch();
        for (Map.Entry<String, JsonNode> parameter : rule.parameters().entrySet()) {
            JsonNode value = Templates.fill(parameter.getValue(), basis.situation());
            sketch = value.isNull()
                    ? sketch.without(parameter.getKey())
                    : sketch.with(parameter.getKey(), value.asText());
        }
        if (sketch.body() instanceof ObjectNode body && !rule.body().isMissingNode()) {
            ObjectNode merged = body.deepCopy();
            MergePatch.apply(merged, Templates.fill(rule.body(), basis.situation()));
            sketch = sketch.with(merged);
        }
        return sketch;
    }

    private static Change change(Situation facts, DenialRule.Edit edit) {
        String id = Templates.fill(edit.id(), facts)
                .orElseThrow(() -> new IllegalStateException("nothing is known as " + edit.id()));
        return edit.gone()
                ? Changes.removed(edit.in(), id)
                : Changes.merged(edit.in(), id, Templates.fill(edit.set(), facts));
    }
}
