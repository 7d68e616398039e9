package dev.sandbank.internal.vendor.uphold;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.operation.Facts;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.time.Timestamps;
import dev.sandbank.internal.vendor.uphold.transaction.UserContext;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.VendorParts.CallFact;
import dev.sandbank.internal.work.VendorParts.Finding;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks the person in a call, a new user or the subject of KYC: names, dates, places, and whether another user has the
 * same address or number.
 */
final class UserRules {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M} '’\\-.,]*");
    private static final Pattern BOX = Pattern.compile("(P\\.?O\\.? ?|Post Office )Box.*", Pattern.CASE_INSENSITIVE);
    private static final List<String> NAMES = List.of(
            "fullName",
            "input.fullName",
            "input.details.fullName",
            "input.data.givenName",
            "input.data.familyName",
            "output.person.givenName",
            "output.person.familyName");

    private final OperationContext context;
    private final CountryCheck countries;

    UserRules(OperationContext context) {
        this.context = context;
        this.countries = new CountryCheck(context);
    }

    /** Returns the checks, by their names in the dialect. */
    Map<String, CallFact> findings() {
        Map<String, CallFact> findings = new HashMap<>();
        findings.put(
                "missingContext",
                call -> UserContext.missing(call, UserContext.IP)
                        .map(refusal -> new Finding(refusal.detail(), refusal.facts()))
                        .orElse(null));
        DateRules dates = new DateRules(context.now());
        ofBody(findings, "name", UserRules::name);
        ofBody(findings, "age", dates::age);
        ofBody(findings, "onboarding", dates::past);
        ofBody(findings, "expiry", dates::expired);
        ofBody(findings, "country", countries::unsupported);
        ofBody(findings, "noSubdivision", countries::noSubdivision);
        ofBody(findings, "subdivision", countries::subdivision);
        ofBody(findings, "postOfficeBox", this::postOfficeBox);
        ofBody(findings, "postalCode", countries::postalCode);
        ofBody(findings, "domain", body -> domain(said(body, "email", "input.email")));
        findings.put(
                "emailTaken",
                call -> taken(call, said(call.input().body(), "email", "input.email"), "/email")
                        .orElse(null));
        ofBody(
                findings,
                "phone",
                body -> countries
                        .phone(body.path("phone"), "number")
                        .or(() -> countries.phone(body.path("input"), "phone")));
        findings.put(
                "phoneTaken",
                call -> taken(call, said(call.input().body(), "phone.number", "input.phone"), "/phone/number")
                        .orElse(null));
        ofBody(findings, "terms", countries::terms);
        return findings;
    }

    private void ofBody(Map<String, CallFact> findings, String name, Function<JsonNode, Optional<Finding>> rule) {
        findings.put(name, call -> rule.apply(withCountry(call)).orElse(null));
    }

    /** Returns the content; if it changes the address of an existing user, the address keeps its country. */
    private JsonNode withCountry(Call call) {
        JsonNode body = call.input().body();
        if (!body.at("/input/address").isObject() || !call.subject().isUser()) {
            return body;
        }
        ObjectNode whole = body.deepCopy();
        context.store()
                .entries()
                .find(Directory.USERS, call.subject().id())
                .map(user -> user.document().at("/address/country"))
                .ifPresent(country -> whole.withObject("/input/address").set("country", country));
        return whole;
    }

    /** Returns the text at the first of these places that has one, otherwise an empty text. */
    private static String said(JsonNode body, String place, String other) {
        JsonNode first = Facts.at(body, place);
        JsonNode told = first == null ? Facts.at(body, other) : first;
        return told == null ? "" : told.asText();
    }

    private static Optional<Finding> name(JsonNode body) {
        return NAMES.stream()
                .filter(place -> !NAME.matcher(said(body, place, place)).matches())
                .findFirst()
                .map(place -> new Finding(
                        "The name has characters that are not allowed in names", Map.of("property", place)));
    }

    private Optional<Finding> postOfficeBox(JsonNode body) {
        return countries.lines(body).anyMatch(BOX.asMatchPredicate())
                ? Optional.of(new Finding("The address must not be a post office box", Map.of()))
                : Optional.empty();
    }

    private Optional<Finding> domain(String email) {
        String domain = email.substring(email.lastIndexOf('@') + 1);
        String inDomain = "." + domain.toLowerCase(Locale.ROOT);
        return context.settings().texts("disallowedEmailDomains").stream()
                        .anyMatch(each -> inDomain.endsWith("." + each.toLowerCase(Locale.ROOT)))
                ? Optional.of(new Finding("Addresses at " + domain + " are not allowed", Map.of()))
                : Optional.empty();
    }

    /** Returns when the partner took the user on, in UTC. */
    static @Nullable String onboardedAt(Call call) {
        String moment = call.input().body().path("partnerOnboardedAt").asText();
        return moment.isEmpty()
                ? null
                : Timestamps.text(OffsetDateTime.parse(moment).toInstant());
    }

    /** Checks whether a user other than the caller has the value. */
    private Optional<Finding> taken(Call call, String value, String pointer) {
        Predicate<Entry> same = user ->
                user.document().at(pointer).asText().toLowerCase(Locale.ROOT).equals(value.toLowerCase(Locale.ROOT));
        return !value.isEmpty()
                        && context.store().entries().mentioning(Directory.USERS, value).stream()
                                .filter(user -> !user.id().equals(call.subject().id()))
                                .anyMatch(same)
                ? Optional.of(new Finding("Another user has " + value, Map.of()))
                : Optional.empty();
    }
}
