package dev.sandbank.internal.vendor.uphold;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.operation.Facts;
import dev.sandbank.internal.store.Store;
import dev.sandbank.internal.text.TextPattern;
import dev.sandbank.internal.vendor.uphold.customer.Terms;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.VendorParts.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The countries of which people may be citizens or residents, and whose terms they accept. A fixture without countries
 * allows all.
 *
 * <p>One check serves all calls: it looks at each place of the content that can name a country.
 */
final class CountryCheck {

    private static final String RESIDENCE = "residence";
    private static final String CITIZENSHIP = "citizenship";
    private static final List<String> ADDRESSES = List.of(
            "address", "input.address", "input.data.address", "output.person.address", "input.taxResidency.address");

    private final Store store;
    private final Terms terms;

    CountryCheck(OperationContext context) {
        this.store = context.store();
        this.terms = new Terms(context);
    }

    /** An address in the content; in older forms of a call its members are at the top. */
    private record Residence(JsonNode address, String path) {

        static Stream<Residence> all(JsonNode body) {
            List<Residence> told = ADDRESSES.stream()
                    .flatMap(path -> Optional.ofNullable(Facts.at(body, path)).stream()
                            .map(address -> new Residence(address, path + ".")))
                    .toList();
            return told.isEmpty() ? Stream.of(new Residence(body, "")) : told.stream();
        }

        String country() {
            return address.path("country").asText();
        }

        String subdivision() {
            return address.path("subdivision").asText();
        }
    }

    /**
     * A country that the content names.
     *
     * @param member where it is named
     * @param scope what the country must allow
     */
    private record Named(String country, String member, String scope) {

        /** Returns the countries at a place: a single one, or a list. */
        static Stream<Named> at(JsonNode body, String member, String scope) {
            JsonNode told = Facts.at(body, member);
            if (told == null || !told.isArray()) {
                return Stream.ofNullable(told).map(one -> new Named(one.asText(), member, scope));
            }
            Stream.Builder<Named> all = Stream.builder();
            for (int place = 0; place < told.size(); place++) {
                all.add(new Named(told.path(place).asText(), member + "[" + place + "]", scope));
            }
            return all.build();
        }

        static Stream<Named> all(JsonNode body) {
            return Stream.of(
                            at(body, "primaryCitizenship", CITIZENSHIP),
                            at(body, "citizenshipCountry", CITIZENSHIP),
                            Residence.all(body)
                                    .filter(residence -> !residence.path().equals("input.address."))
                                    .map(residence ->
                                            new Named(residence.country(), residence.path() + "country", RESIDENCE)),
                            at(body, "phone.country", "phone"),
                            at(body, "input.primaryCitizenship", CITIZENSHIP),
                            at(body, "input.citizenshipCountry", CITIZENSHIP),
                            at(body, "input.otherCitizenships", CITIZENSHIP),
                            at(body, "input.birthplace.country", ""),
                            at(body, "input.data.citizenshipCountry", CITIZENSHIP),
                            at(body, "output.document.country", CITIZENSHIP),
                            at(body, "input.taxResidency.countries", RESIDENCE),
                            at(body, "input.country", "phone"))
                    .flatMap(each -> each);
        }
    }

    Optional<Finding> unsupported(JsonNode body) {
        return isEverywhere()
                ? Optional.empty()
                : Named.all(body)
                        .filter(named -> !isServed(named.country(), named.scope()))
                        .findFirst()
                        .flatMap(named -> about("The country is not supported", named.member()));
    }

    private boolean isEverywhere() {
        return store.entries().isEmpty("countries");
    }

    private boolean isServed(String country, String scope) {
        return country.isEmpty()
                || find(country).filter(known -> !isRestricted(known, scope)).isPresent();
    }

    Optional<Finding> postalCode(JsonNode body) {
        return Residence.all(body)
                .filter(residence -> residence.address().has("postalCode")
                        && !isOfForm(residence.address(), "postalCodes", "postalCode", ".*"))
                .findFirst()
                .flatMap(residence -> about(
                        "The postal code is not valid for the selected country", residence.path() + "postalCode"));
    }

    /** Checks a phone number against its country. */
    Optional<Finding> phone(JsonNode told, String member) {
        return !told.has(member) || isOfForm(told, "phoneNumbers", member, "[0-9]{8}")
                ? Optional.empty()
                : Optional.of(new Finding("The phone number is not valid for its country", Map.of()));
    }

    /** Whether a member fits the fixture's pattern for its country, or else the default one. */
    private boolean isOfForm(JsonNode told, String pattern, String member, String usual) {
        String wanted = find(told.path("country").asText())
                .map(country -> country.path(pattern).asText(usual))
                .orElse(usual);
        return TextPattern.of(wanted).isIn(told.path(member).asText());
    }

    private Optional<ObjectNode> find(String country) {
        return store.entries().find("countries", country).map(Entry::document);
    }

    private static boolean isRestricted(JsonNode place, String scope) {
        return place.path("restrictions")
                .valueStream()
                .anyMatch(restriction -> restriction.path("scope").asText().equals(scope));
    }

    Optional<Finding> noSubdivision(JsonNode body) {
        return Residence.all(body)
                .filter(residence -> residence.subdivision().isEmpty()
                        && find(residence.country())
                                .filter(country ->
                                        country.path("subdivisionRequired").asBoolean())
                                .isPresent())
                .findFirst()
                .flatMap(residence -> about(
                        "The subdivision is required for the selected country", residence.path() + "subdivision"));
    }

    Optional<Finding> subdivision(JsonNode body) {
        return Residence.all(body)
                .filter(residence -> !isKnown(residence))
                .findFirst()
                .flatMap(residence -> about("The subdivision is not supported", residence.path() + "subdivision"));
    }

    private boolean isKnown(Residence residence) {
        ObjectNode country = find(residence.country()).orElseGet(JsonNodeFactory.instance::objectNode);
        return residence.subdivision().isEmpty()
                || !country.has("subdivisions")
                || country.path("subdivisions")
                        .valueStream()
                        .anyMatch(each -> each.path("code").asText().equals(residence.subdivision())
                                && !isRestricted(each, RESIDENCE));
    }

    /** Returns the lines of addresses. */
    Stream<String> lines(JsonNode body) {
        return Residence.all(body)
                .flatMap(residence -> Stream.of("line1", "line2")
                        .map(line -> residence.address().path(line).asText()));
    }

    /** Returns a finding about one member of the body. */
    private static Optional<Finding> about(String detail, String property) {
        return Optional.of(new Finding(detail, Map.of("property", property)));
    }

    /** Checks that the content accepts the general terms of the country. */
    Optional<Finding> terms(JsonNode body) {
        String country = Residence.all(body).map(Residence::country).findFirst().orElse("");
        boolean fits =
                terms.general(country).contains(body.path("termsOfService").asText());
        return store.entries().isEmpty("termsOfService") || fits
                ? Optional.empty()
                : Optional.of(new Finding("These are not the terms of service for " + country, Map.of()));
    }
}
