package dev.sandbank.internal.vendor.apiture.institution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.VendorParts.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code lookUpInstitutionByLocator}: finds the institution of a routing number, SWIFT/BIC code or IBAN. */
final class InstitutionLookup {

    private static final String COLLECTION = "financialInstitutions";

    private final OperationContext context;

    InstitutionLookup(OperationContext context) {
        this.context = context;
    }

    /** Returns what is wrong with the locator of a call. */
    static @Nullable Finding fault(Call call) {
        return Locator.of(call.input())
                .fault()
                .map(fault -> new Finding(fault, Map.of("property", "locator")))
                .orElse(null);
    }

    private Optional<Entry> find(Locator locator) {
        return context.store().entries().all(COLLECTION).stream()
                .filter(institution -> locator.leadsTo(institution.document().path("locators")))
                .findFirst();
    }

    /** Returns the institution of the locator. */
    @Nullable
    ObjectNode institution(Call call) {
        Locator locator = Locator.of(call.input());
        return find(locator).map(found -> show(found, locator)).orElse(null);
    }

    /** Returns the institutions through which it is reached, if there are any. */
    @Nullable
    List<ObjectNode> intermediaries(Call call) {
        List<ObjectNode> all = find(Locator.of(call.input())).stream()
                .flatMap(institution ->
                        institution.document().path("intermediaries").valueStream())
                .flatMap(id -> context.store().entries().find(COLLECTION, id.asText()).stream())
                .map(entry -> show(entry, usual(entry)))
                .toList();
        return all.isEmpty() ? null : all;
    }

    /** Returns the locator of an institution that the call does not name; fixtures must give it one. */
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
