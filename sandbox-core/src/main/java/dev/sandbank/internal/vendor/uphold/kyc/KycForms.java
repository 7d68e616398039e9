package dev.sandbank.internal.vendor.uphold.kyc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.store.Entries;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The forms of a fixture; a process without one has a form that accepts every answer. */
record KycForms(Entries entries) {

    private static final String COLLECTION = "forms";
    private static final String SCHEMA = "schema";

    /** Returns the forms of the process that a call updates. */
    List<Entry> of(Call call) {
        return of(KycProcess.of(call));
    }

    private List<Entry> of(KycProcess process) {
        List<Entry> told = entries.all(COLLECTION).stream()
                .filter(form -> form.document().path("process").asText().equals(process.code()))
                .toList();
        return told.isEmpty() ? List.of(madeUp(process)) : told;
    }

    private static Entry madeUp(KycProcess process) {
        String id = UUID.nameUUIDFromBytes(process.code().getBytes(StandardCharsets.UTF_8))
                .toString();
        ObjectNode form = JsonNodeFactory.instance.objectNode();
        form.putObject(SCHEMA).put("type", "object");
        form.putObject("uiSchema").put("type", "VerticalLayout").putArray("elements");
        return new Entry(COLLECTION, id, null, form, Instant.EPOCH, Instant.EPOCH);
    }

    /** Returns the form that was answered, otherwise the one that the fixture names, otherwise the first. */
    private Entry form(KycProcess process, JsonNode state) {
        List<Entry> forms = of(process);
        String id = state.at("/input/formId").asText(state.path("form").asText());
        return forms.stream().filter(form -> form.id().equals(id)).findFirst().orElse(forms.get(0));
    }

    ObjectNode hint(KycProcess process, JsonNode state) {
        Entry form = form(process, state);
        ObjectNode hint =
                JsonNodeFactory.instance.objectNode().put("type", "form").put("formId", form.id());
        hint.set(SCHEMA, form.document().path(SCHEMA));
        hint.set("uiSchema", form.document().path("uiSchema"));
        return hint;
    }

    /** Whether everything that the form requires is answered. */
    boolean isComplete(KycProcess process, JsonNode state) {
        JsonNode answers = process.hasAnswers() ? state.at("/input/answers") : state.path(Kyc.INPUT);
        JsonNode required = form(process, state).document().path(SCHEMA).path("required");
        return required.valueStream().allMatch(name -> answers.has(name.asText()));
    }
}
