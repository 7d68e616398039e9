package dev.sandbank.internal.vendor.uphold;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.time.Timestamps;
import dev.sandbank.internal.vendor.uphold.transaction.UserContext;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.VendorParts.CallFact;
import dev.sandbank.internal.work.VendorParts.Finding;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What may stand against a new user: age, country, terms, and other users. */
final class UserRules {

    private static final int OF_AGE = 18;
    private static final int OLDEST = 100;

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M} '’\\-.,]*");
    private static final Pattern BOX = Pattern.compile("(P\\.?O\\.? ?|Post Office )Box.*", Pattern.CASE_INSENSITIVE);

    private final OperationContext context;
    private final Countries countries;

    UserRules(OperationContext context) {
        this.context = context;
        this.countries = new Countries(context);
    }

    /** What may be wrong with a call that makes one, by its name in the dialect. */
    Map<String, CallFact> findings() {
        Map<String, CallFact> findings = new HashMap<>();
        findings.put(
                "missingContext",
                call -> UserContext.missing(call, UserContext.IP)
                        .map(refusal -> new Finding(refusal.detail(), refusal.facts()))
                        .orElse(null));
        ofBody(findings, "name", body -> name(body.path("fullName").asText()));
        ofBody(findings, "age", body -> age(body.path("birthdate").asText()));
        ofBody(
                findings,
                "onboarding",
                body -> onboarded(body.path("partnerOnboardedAt").asText()));
        ofBody(findings, "country", countries::unsupported);
        ofBody(findings, "noSubdivision", countries::noSubdivision);
        ofBody(findings, "subdivision", countries::subdivision);
        ofBody(findings, "postOfficeBox", body -> postOfficeBox(body.path("address")));
        ofBody(findings, "postalCode", countries::postalCode);
        ofBody(findings, "domain", body -> domain(body.path("email").asText()));
        ofBody(findings, "emailTaken", body -> taken(body.path("email").asText(), "/email"));
        ofBody(findings, "phone", body -> countries.phone(body.path("phone")));
        ofBody(findings, "phoneTaken", body -> taken(body.at("/phone/number").asText(), "/phone/number"));
        ofBody(findings, "terms", countries::terms);
        return findings;
    }

    private static void ofBody(
            Map<String, CallFact> findings, String name, Function<JsonNode, Optional<Finding>> rule) {
        findings.put(name, call -> rule.apply(call.input().body()).orElse(null));
    }

    private static Optional<Finding> name(String name) {
        return NAME.matcher(name).matches()
                ? Optional.empty()
                : Optional.of(
                        new Finding("The name has characters that names do not have", Map.of("property", "fullName")));
    }

    private static Optional<Finding> postOfficeBox(JsonNode address) {
        return Stream.of("line1", "line2")
                        .map(line -> address.path(line).asText())
                        .anyMatch(BOX.asMatchPredicate())
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

    private Optional<Finding> age(String birthdate) {
        if (birthdate.isEmpty()) {
            return Optional.empty();
        }
        LocalDate today = LocalDate.ofInstant(context.now().get(), ZoneOffset.UTC);
        Period age = Period.between(LocalDate.parse(birthdate), today);
        if (age.getYears() < OF_AGE) {
            return Optional.of(date("birthdate", "older", "greater-than-or-equal-to", OF_AGE));
        }
        boolean tooOld = today.minusYears(OLDEST).isAfter(LocalDate.parse(birthdate));
        return tooOld ? Optional.of(date("birthdate", "newer", "less-than-or-equal-to", OLDEST)) : Optional.empty();
    }

    private static Finding date(String property, String direction, String rule, int years) {
        return new Finding(
                "The date must be " + direction + " than or equal to " + years + " years ago",
                Map.of(
                        "property",
                        property,
                        "rule",
                        "difference-" + rule + "-threshold",
                        "threshold",
                        Map.of("limit", years, "unit", "years")));
    }

    private Optional<Finding> onboarded(String moment) {
        return moment.isEmpty()
                        || OffsetDateTime.parse(moment)
                                .toInstant()
                                .isBefore(context.now().get())
                ? Optional.empty()
                : Optional.of(new Finding(
                        "The date must be in the past",
                        Map.of(
                                "property", "partnerOnboardedAt",
                                "rule", "difference-greater-than-threshold",
                                "threshold", Map.of("limit", 0))));
    }

    /** When the partner took on the user, in UTC. */
    static @Nullable String onboardedAt(Call call) {
        String moment = call.input().body().path("partnerOnboardedAt").asText();
        return moment.isEmpty()
                ? null
                : Timestamps.text(OffsetDateTime.parse(moment).toInstant());
    }

    private Optional<Finding> taken(String value, String pointer) {
        Predicate<Entry> same = user ->
                user.document().at(pointer).asText().toLowerCase(Locale.ROOT).equals(value.toLowerCase(Locale.ROOT));
        return !value.isEmpty()
                        && context.store().entries().mentioning(Directory.USERS, value).stream()
                                .anyMatch(same)
                ? Optional.of(new Finding("Another user has " + value, Map.of()))
                : Optional.empty();
    }
}
