package dev.sandbank.internal.vendor.apiture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.Result;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** {@code lookUpInstitutionByLocator}: which institution a routing number, SWIFT/BIC code or IBAN leads to. */
final class InstitutionLookup {

    private static final String COLLECTION = "financialInstitutions";

    private final OperationContext context;

    InstitutionLookup(OperationContext context) {
        this.context = context;
    }

    Result find(Call call) {
        Locator locator = Locator.of(call.input());
        return locator.fault()
                .map(fault -> Result.refuse("invalid-locator", fault, Map.of("property", "locator")))
                .orElseGet(() -> Result.ok(tell(call, locator)));
    }

    private ObjectNode tell(Call call, Locator locator) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        Optional<Entry> found = context.store().entries().all(COLLECTION).stream()
                .filter(institution -> locator.leadsTo(institution.document().path("locators")))
                .findFirst();
        body.put("found", found.isPresent());
        found.ifPresent(institution -> {
            body.set("institution", show(institution, locator));
            if (call.input().get("includeIntermediaryInstitutions").asBoolean()) {
                intermediaries(body, institution);
            }
        });
        return body;
    }

    private void intermediaries(ObjectNode body, Entry institution) {
        List<Entry> all = StreamSupport.stream(
                        institution.document().path("intermediaries").spliterator(), false)
                .flatMap(id -> context.store().entries().find(COLLECTION, id.asText()).stream())
                .toList();
        if (!all.isEmpty()) {
            ArrayNode shown = body.putArray("intermediaryInstitutions");
            all.forEach(entry -> shown.add(show(entry, usual(entry))));
        }
    }

    /** What an institution is known by that nobody looked up: as fixtures demand, it has the one or the other. */
    private static Locator usual(Entry institution) {
        JsonNode locators = institution.document().path("locators");
        String type = locators.path(Locator.ABA).isEmpty() ? Locator.SWIFT : Locator.ABA;
        return new Locator(type, locators.path(type).path(0).asText(), "");
    }

    private static ObjectNode show(Entry institution, Locator locator) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        shown.set("name", institution.document().path("name"));
        shown.set("address", institution.document().path("address"));
        locator.showOn(shown);
        return shown;
    }
}
