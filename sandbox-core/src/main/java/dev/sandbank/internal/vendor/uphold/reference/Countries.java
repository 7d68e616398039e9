package dev.sandbank.internal.vendor.uphold.reference;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.store.Entries;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The countries of a fixture; if it lists none, those of users, and any that a call asks for. */
final class Countries {

    private static final String COLLECTION = "countries";
    private static final String RESTRICTIONS = "restrictions";
    private static final List<String> OF_USERS =
            List.of("/address/country", "/primaryCitizenship", "/citizenshipCountry", "/phone/country");
    private static final String WHERE_NONE = "USD";

    private final Entries entries;

    Countries(Entries entries) {
        this.entries = entries;
    }

    List<Entry> all(Call call) {
        return entries.isEmpty(COLLECTION) ? ofUsers() : entries.all(COLLECTION);
    }

    private List<Entry> ofUsers() {
        Set<String> codes = new TreeSet<>();
        entries.all(Directory.USERS)
                .forEach(user -> OF_USERS.forEach(
                        pointer -> codes.add(user.document().at(pointer).asText())));
        codes.remove("");
        return codes.stream().map(code -> MadeUp.entry(COLLECTION, code)).toList();
    }

    List<Entry> ofPath(Call call) {
        String code = call.input().get("country").asText();
        return entries.isEmpty(COLLECTION)
                ? List.of(MadeUp.entry(COLLECTION, code))
                : entries.find(COLLECTION, code).stream().toList();
    }

    static String name(Call call, Entry country) {
        return inTheWorld(country).getDisplayCountry(Locale.ENGLISH);
    }

    /** Returns the national currency; dollars for an unknown country. */
    static String currency(Call call, Entry country) {
        boolean exists = Stream.of(Locale.getISOCountries()).anyMatch(country.id()::equals);
        Currency currency = exists ? Currency.getInstance(inTheWorld(country)) : null;
        return currency == null ? WHERE_NONE : currency.getCurrencyCode();
    }

    private static Locale inTheWorld(Entry country) {
        return new Locale.Builder().setRegion(country.id()).build();
    }

    /** Returns the subdivisions that the fixture lists, each with a name and restrictions. */
    static ArrayNode subdivisions(Call call, Entry country) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        country.document().path("subdivisions").forEach(listed -> {
            ObjectNode subdivision = all.addObject();
            subdivision.set("code", listed.path("code"));
            subdivision.put(
                    "name", listed.path("name").asText(listed.path("code").asText()));
            subdivision.set(
                    RESTRICTIONS,
                    listed.has(RESTRICTIONS) ? listed.path(RESTRICTIONS) : JsonNodeFactory.instance.arrayNode());
        });
        return all;
    }
}
