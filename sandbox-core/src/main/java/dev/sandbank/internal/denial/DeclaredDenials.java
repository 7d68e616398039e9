package dev.sandbank.internal.denial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.denial.CatalogueContext.Candidate;
import dev.sandbank.internal.denial.Scenario.StateChange;
import dev.sandbank.internal.dialect.Templates;
import dev.sandbank.internal.explain.CallTemplate;
import dev.sandbank.internal.model.operation.DenialRule;
import dev.sandbank.internal.model.operation.Expression;
import dev.sandbank.internal.model.operation.Facts;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.work.plain.MergePatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Makes the denials that the dialect declares because they cannot be derived, above all those of a bank's Java. */
final class DeclaredDenials {

    private DeclaredDenials() {}

    /** @param contexts calls of one operation; the first one that fits a denial is taken */
    static Stream<Stream<Candidate>> of(List<CatalogueContext> contexts) {
        return contexts.get(0).operation().denials().stream()
                .filter(rule -> rule.unarranged() == null)
                .map(rule -> contexts.stream()
                        .filter(context -> fits(rule, context))
                        .map(context -> candidate(context, rule)));
    }

    private static boolean fits(DenialRule rule, CatalogueContext context) {
        Baseline baseline = context.baseline();
        return baseline.reaches(rule.at())
                && (baseline.passes(rule.at()) || !rule.where().isEmpty())
                && rule.holds(context.settings().values())
                && isKnown(rule, context);
    }

    /** Whether the call has everything that the rule names: some calls name no such resource, and some have no user. */
    private static boolean isKnown(DenialRule rule, CatalogueContext context) {
        boolean people = rule.state().stream().anyMatch(edit -> edit.in().equals(Directory.USERS));
        List<String> texts = new ArrayList<>();
        rule.state().forEach(edit -> {
            texts.add(edit.id());
            collect(edit.set(), texts);
        });
        rule.parameters().values().forEach(value -> collect(value, texts));
        collect(rule.body(), texts);
        Facts facts = context.facts();
        return texts.stream()
                        .flatMap(text -> Expression.in(text).stream())
                        .allMatch(blank -> blank.value(facts) != null)
                && (!people || context.user() != null || !texts.contains("${subject}"));
    }

    private static void collect(JsonNode template, List<String> texts) {
        if (template.isTextual()) {
            texts.add(template.textValue());
        }
        template.forEach(inner -> collect(inner, texts));
    }

    private static Candidate candidate(CatalogueContext context, DenialRule rule) {
        Facts facts = context.facts();
        Scenario scenario = context.scenario().asking(call(context.call(), rule, facts));
        for (DenialRule.Edit edit : rule.state()) {
            scenario = scenario.after(change(facts, edit));
        }
        return new Candidate(rule.at(), rule.name(), rule.reason(), rule.isOfState(), scenario);
    }

    private static CallTemplate call(CallTemplate baseline, DenialRule rule, Facts facts) {
        CallTemplate call = baseline;
        for (Map.Entry<String, JsonNode> parameter : rule.parameters().entrySet()) {
            JsonNode value = Templates.fill(parameter.getValue(), facts);
            call = value.isNull() ? call.without(parameter.getKey()) : call.with(parameter.getKey(), value.asText());
        }
        if (call.body() instanceof ObjectNode body && !rule.body().isMissingNode()) {
            ObjectNode merged = body.deepCopy();
            MergePatch.apply(merged, Templates.fill(rule.body(), facts));
            call = call.with(merged);
        }
        return call;
    }

    private static StateChange change(Facts facts, DenialRule.Edit edit) {
        String id = Templates.fill(edit.id(), facts)
                .orElseThrow(() -> new IllegalStateException("there is no entry " + edit.id()));
        return edit.gone()
                ? SandboxChanges.removed(edit.in(), id)
                : SandboxChanges.merged(edit.in(), id, Templates.fill(edit.set(), facts));
    }
}
