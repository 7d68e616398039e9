package dev.sandbank.internal.vendor.uphold;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.vendor.uphold.asset.UpholdRefusals;
import dev.sandbank.internal.vendor.uphold.transaction.UserContext;
import dev.sandbank.internal.work.OperationContext;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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
        this.countries = new Countries(context.store());
    }

    Optional<Refusal> against(Call call) {
        JsonNode body = call.input().body();
        return UserContext.missing(call, UserContext.IP)
                .or(() -> name(body.path("fullName").asText()))
                .or(() -> age(body.path("birthdate").asText()))
                .or(() -> onboarded(body.path("partnerOnboardedAt").asText()))
                .or(() -> countries.against(body))
                .or(() -> postOfficeBox(body.path("address")))
                .or(() -> countries.postalCode(body))
                .or(() -> domain(body.path("email").asText()))
                .or(() -> taken("email-exists", body.path("email").asText(), "/email"))
                .or(() -> countries.phone(body.path("phone")))
                .or(() -> taken("phone-exists", body.at("/phone/number").asText(), "/phone/number"))
                .or(() -> countries.terms(body));
    }

    private static Optional<Refusal> name(String name) {
        return NAME.matcher(name).matches()
                ? Optional.empty()
                : Optional.of(UpholdRefusals.about(
                        "characters-invalid", "The name has characters that names do not have", "fullName"));
    }

    private static Optional<Refusal> postOfficeBox(JsonNode address) {
        return Stream.of("line1", "line2")
                        .map(line -> address.path(line).asText())
                        .anyMatch(BOX.asMatchPredicate())
                ? Optional.of(UpholdRefusals.plain("po-box", "The address must not be a post office box"))
                : Optional.empty();
    }

    private Optional<Refusal> domain(String email) {
        String domain = email.substring(email.lastIndexOf('@') + 1);
        return context.settings().texts("disallowedEmailDomains").stream().anyMatch(domain::equalsIgnoreCase)
                ? Optional.of(UpholdRefusals.plain("email-disallowed", "Addresses at " + domain + " are not allowed"))
                : Optional.empty();
    }

    private Optional<Refusal> age(String birthdate) {
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

    private static Refusal date(String property, String direction, String rule, int years) {
        return new Refusal.RuleBroken(
                "date-invalid",
                "The date must be " + direction + " than or equal to " + years + " years ago",
                Map.of(
                        "property",
                        property,
                        "rule",
                        "difference-" + rule + "-threshold",
                        "threshold",
                        Map.of("limit", years, "unit", "years")));
    }

    private Optional<Refusal> onboarded(String moment) {
        return moment.isEmpty()
                        || OffsetDateTime.parse(moment)
                                .toInstant()
                                .isBefore(context.now().get())
                ? Optional.empty()
                : Optional.of(new Refusal.RuleBroken(
                        "date-invalid",
                        "The date must be in the past",
                        Map.of(
                                "property", "partnerOnboardedAt",
                                "rule", "difference-greater-than-threshold",
                                "threshold", Map.of("limit", 0))));
    }

    private Optional<Refusal> taken(String key, String value, String pointer) {
        Predicate<Entry> same = user ->
                user.document().at(pointer).asText().toLowerCase(Locale.ROOT).equals(value.toLowerCase(Locale.ROOT));
        return !value.isEmpty()
                        && context.store().entries().mentioning(Directory.USERS, value).stream()
                                .anyMatch(same)
                ? Optional.of(UpholdRefusals.plain(key, "Another user has " + value))
                : Optional.empty();
    }
}
