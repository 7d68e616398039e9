package dev.sandbank.internal.vendor.uphold;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.store.Store;
import dev.sandbank.internal.text.TextPattern;
import dev.sandbank.internal.vendor.uphold.asset.UpholdRefusals;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Where users may be from and live, and whose terms they then accept. A fixture without countries has every one. */
final class Countries {

    private final Store store;

    Countries(Store store) {
        this.store = store;
    }

    /** The members that say so, newer form first. */
    private record Residence(String country, String subdivision, String path) {

        static Residence of(JsonNode body) {
            JsonNode address = body.has("address") ? body.path("address") : body;
            String path = body.has("address") ? "address." : "";
            return new Residence(
                    address.path("country").asText(),
                    address.path("subdivision").asText(),
                    path);
        }
    }

    Optional<Refusal> against(JsonNode body) {
        if (store.entries().isEmpty("countries")) {
            return Optional.empty();
        }
        Residence residence = Residence.of(body);
        return unsupported(body, "primaryCitizenship", "citizenship")
                .or(() -> unsupported(body, "citizenshipCountry", "citizenship"))
                .or(() -> unsupported(residence.country(), residence.path() + "country", "residence"))
                .or(() -> unsupported(body.at("/phone/country").asText(), "phone.country", "phone"))
                .or(() -> subdivision(residence));
    }

    Optional<Refusal> postalCode(JsonNode body) {
        JsonNode address = body.path("address");
        return !address.has("postalCode") || isOfForm(address, "postalCodes", "postalCode", ".*")
                ? Optional.empty()
                : Optional.of(UpholdRefusals.about(
                        "postal-code-invalid",
                        "The postal code is not one of the selected country",
                        "address.postalCode"));
    }

    Optional<Refusal> phone(JsonNode phone) {
        return phone.isMissingNode() || isOfForm(phone, "phoneNumbers", "number", "[0-9]{8}")
                ? Optional.empty()
                : Optional.of(UpholdRefusals.plain("phone-invalid", "The phone number is not one of its country"));
    }

    /** Whether a member is as the fixture says for the country beside it, else as is usual. */
    private boolean isOfForm(JsonNode told, String pattern, String member, String usual) {
        String wanted = find(told.path("country").asText())
                .map(country -> country.path(pattern).asText(usual))
                .orElse(usual);
        return TextPattern.of(wanted).isIn(told.path(member).asText());
    }

    private Optional<Refusal> unsupported(JsonNode body, String member, String scope) {
        return unsupported(body.path(member).asText(), member, scope);
    }

    private Optional<Refusal> unsupported(String country, String property, String scope) {
        return country.isEmpty()
                        || find(country)
                                .filter(known -> !isRestricted(known, scope))
                                .isPresent()
                ? Optional.empty()
                : Optional.of(UpholdRefusals.about("country-not-supported", "The country is not supported", property));
    }

    private Optional<ObjectNode> find(String country) {
        return store.entries().find("countries", country).map(Entry::document);
    }

    private static boolean isRestricted(JsonNode place, String scope) {
        return elements(place.path("restrictions")).stream()
                .anyMatch(restriction -> restriction.path("scope").asText().equals(scope));
    }

    private Optional<Refusal> subdivision(Residence residence) {
        ObjectNode country = find(residence.country()).orElseGet(JsonNodeFactory.instance::objectNode);
        String property = residence.path() + "subdivision";
        if (residence.subdivision().isEmpty()) {
            return country.path("subdivisionRequired").asBoolean()
                    ? Optional.of(UpholdRefusals.about(
                            "subdivision-required", "The subdivision is required for the selected country", property))
                    : Optional.empty();
        }
        boolean known = !country.has("subdivisions")
                || elements(country.path("subdivisions")).stream()
                        .anyMatch(each -> each.path("code").asText().equals(residence.subdivision())
                                && !isRestricted(each, "residence"));
        return known
                ? Optional.empty()
                : Optional.of(UpholdRefusals.about(
                        "subdivision-not-supported", "The subdivision is not supported", property));
    }

    /** The terms that name the country, else those that name none. */
    Optional<Refusal> terms(JsonNode body) {
        List<Entry> all = store.entries().all("termsOfService");
        String country = Residence.of(body).country();
        List<String> right = all.stream()
                .filter(terms -> elements(terms.document().path("countries")).stream()
                        .anyMatch(named -> named.asText().equals(country)))
                .map(Entry::id)
                .toList();
        List<String> others = all.stream()
                .filter(terms -> !terms.document().has("countries"))
                .map(Entry::id)
                .toList();
        boolean fits = (right.isEmpty() ? others : right)
                .contains(body.path("termsOfService").asText());
        return all.isEmpty() || fits
                ? Optional.empty()
                : Optional.of(
                        UpholdRefusals.plain("terms-mismatch", "These are not the terms of service for " + country));
    }

    private static List<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }
}
