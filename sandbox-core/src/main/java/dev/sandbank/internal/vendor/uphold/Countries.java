package dev.sandbank.internal.vendor.uphold;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.store.Store;
import dev.sandbank.internal.text.TextPattern;
import dev.sandbank.internal.vendor.uphold.customer.Terms;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.VendorParts.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Where users may be from and live, and whose terms they then accept. A fixture without countries has every one. */
final class Countries {

    private final Store store;
    private final Terms terms;

    Countries(OperationContext context) {
        this.store = context.store();
        this.terms = new Terms(context);
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

    Optional<Finding> unsupported(JsonNode body) {
        Residence residence = Residence.of(body);
        return isEverywhere()
                ? Optional.empty()
                : unsupported(body, "primaryCitizenship", "citizenship")
                        .or(() -> unsupported(body, "citizenshipCountry", "citizenship"))
                        .or(() -> unsupported(residence.country(), residence.path() + "country", "residence"))
                        .or(() -> unsupported(body.at("/phone/country").asText(), "phone.country", "phone"));
    }

    private boolean isEverywhere() {
        return store.entries().isEmpty("countries");
    }

    Optional<Finding> postalCode(JsonNode body) {
        JsonNode address = body.path("address");
        return !address.has("postalCode") || isOfForm(address, "postalCodes", "postalCode", ".*")
                ? Optional.empty()
                : about("The postal code is not one of the selected country", "address.postalCode");
    }

    Optional<Finding> phone(JsonNode phone) {
        return phone.isMissingNode() || isOfForm(phone, "phoneNumbers", "number", "[0-9]{8}")
                ? Optional.empty()
                : Optional.of(new Finding("The phone number is not one of its country", Map.of()));
    }

    /** Whether a member is as the fixture says for the country beside it, else as is usual. */
    private boolean isOfForm(JsonNode told, String pattern, String member, String usual) {
        String wanted = find(told.path("country").asText())
                .map(country -> country.path(pattern).asText(usual))
                .orElse(usual);
        return TextPattern.of(wanted).isIn(told.path(member).asText());
    }

    private Optional<Finding> unsupported(JsonNode body, String member, String scope) {
        return unsupported(body.path(member).asText(), member, scope);
    }

    private Optional<Finding> unsupported(String country, String property, String scope) {
        return country.isEmpty()
                        || find(country)
                                .filter(known -> !isRestricted(known, scope))
                                .isPresent()
                ? Optional.empty()
                : about("The country is not supported", property);
    }

    private Optional<ObjectNode> find(String country) {
        return store.entries().find("countries", country).map(Entry::document);
    }

    private static boolean isRestricted(JsonNode place, String scope) {
        return elements(place.path("restrictions")).stream()
                .anyMatch(restriction -> restriction.path("scope").asText().equals(scope));
    }

    Optional<Finding> noSubdivision(JsonNode body) {
        Residence residence = Residence.of(body);
        boolean isRequired = find(residence.country())
                .filter(country -> country.path("subdivisionRequired").asBoolean())
                .isPresent();
        return isRequired && residence.subdivision().isEmpty()
                ? about("The subdivision is required for the selected country", residence.path() + "subdivision")
                : Optional.empty();
    }

    Optional<Finding> subdivision(JsonNode body) {
        Residence residence = Residence.of(body);
        ObjectNode country = find(residence.country()).orElseGet(JsonNodeFactory.instance::objectNode);
        boolean known = residence.subdivision().isEmpty()
                || !country.has("subdivisions")
                || elements(country.path("subdivisions")).stream()
                        .anyMatch(each -> each.path("code").asText().equals(residence.subdivision())
                                && !isRestricted(each, "residence"));
        return known ? Optional.empty() : about("The subdivision is not supported", residence.path() + "subdivision");
    }

    /** About one member of the body. */
    private static Optional<Finding> about(String detail, String property) {
        return Optional.of(new Finding(detail, Map.of("property", property)));
    }

    /** The general terms of the country. */
    Optional<Finding> terms(JsonNode body) {
        String country = Residence.of(body).country();
        boolean fits =
                terms.general(country).contains(body.path("termsOfService").asText());
        return store.entries().isEmpty("termsOfService") || fits
                ? Optional.empty()
                : Optional.of(new Finding("These are not the terms of service for " + country, Map.of()));
    }

    private static List<JsonNode> elements(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }
}
