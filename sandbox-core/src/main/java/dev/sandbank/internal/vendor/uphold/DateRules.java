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

/** What may be wrong with the dates of content, wherever it has some. */
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

    /** The first thing that is wrong at one of these places; what is no date there is none that the bank asks for. */
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

    /** What happened before the call. */
    Optional<Finding> past(JsonNode body) {
        return moment(body, List.of(ONBOARDED, "output.verifiedAt"), "past", "greater", now.get()::isAfter);
    }

    /** What is good for longer than until the call. */
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

    /** A moment, or when a day is over. */
    private static Instant end(String text) {
        return text.length() > "2031-03-03".length()
                ? OffsetDateTime.parse(text).toInstant()
                : LocalDate.parse(text).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
