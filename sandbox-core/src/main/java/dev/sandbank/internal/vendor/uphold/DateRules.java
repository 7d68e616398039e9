package dev.sandbank.internal.vendor.uphold;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.model.operation.Facts;
import dev.sandbank.internal.work.VendorParts.Finding;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Checks the dates in content. */
record DateRules(Supplier<Instant> now) {

    private static final int OF_AGE = 18;
    private static final int OLDEST = 100;
    private static final String ONBOARDED = "partnerOnboardedAt";
    private static final List<String> BIRTHDATES = List.of(
            "birthdate",
            "input.birthdate",
            "input.details.birthdate",
            "input.data.birthdate",
            "output.person.birthdate");

    Optional<Finding> age(JsonNode body) {
        return first(body, BIRTHDATES, LocalDate::parse, this::age);
    }

    /** Returns the first problem at one of these places; a text that is not a date is left to the schema. */
    private static <T> Optional<Finding> first(
            JsonNode body,
            List<String> places,
            Function<String, T> read,
            BiFunction<T, String, Optional<Finding>> rule) {
        return places.stream()
                .flatMap(place -> read(Facts.at(body, place), read).flatMap(date -> rule.apply(date, place)).stream())
                .findFirst();
    }

    private static <T> Optional<T> read(@Nullable JsonNode told, Function<String, T> read) {
        try {
            return Optional.ofNullable(told).map(JsonNode::asText).map(read);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<Finding> age(LocalDate birthdate, String property) {
        LocalDate today = LocalDate.ofInstant(now.get(), ZoneOffset.UTC);
        if (Period.between(birthdate, today).getYears() < OF_AGE) {
            return age(property, "older", "greater-than-or-equal-to", OF_AGE);
        }
        return today.minusYears(OLDEST).isAfter(birthdate)
                ? age(property, "newer", "less-than-or-equal-to", OLDEST)
                : Optional.empty();
    }

    private static Optional<Finding> age(String property, String direction, String rule, int years) {
        return finding(
                "The date must be " + direction + " than or equal to " + years + " years ago",
                property,
                "difference-" + rule + "-threshold",
                Map.of("limit", years, "unit", "years"));
    }

    private static Optional<Finding> finding(
            String detail, String property, String rule, Map<String, Object> threshold) {
        return Optional.of(new Finding(detail, Map.of("property", property, "rule", rule, "threshold", threshold)));
    }

    /** Checks that what must have happened before the call did. */
    Optional<Finding> past(JsonNode body) {
        return moment(body, List.of(ONBOARDED, "output.verifiedAt"), "past", "greater", now.get()::isAfter);
    }

    /** Checks that what must be valid after the call is. */
    Optional<Finding> expired(JsonNode body) {
        return moment(
                body, List.of("output.document.expiresAt", "output.expiresAt"), "future", "less", now.get()::isBefore);
    }

    private static Optional<Finding> moment(
            JsonNode body, List<String> places, String when, String rule, Predicate<Instant> isGood) {
        return first(
                body,
                places,
                DateRules::end,
                (end, place) -> isGood.test(end)
                        ? Optional.empty()
                        : finding(
                                "The date must be in the " + when,
                                place,
                                "difference-" + rule + "-than-threshold",
                                place.equals(ONBOARDED)
                                        ? Map.of("limit", 0)
                                        : Map.of("limit", 0, "unit", "milliseconds")));
    }

    /** Returns a moment, or the end of a day. */
    private static Instant end(String text) {
        return text.length() > "2031-03-03".length()
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDate.parse(text).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
