package dev.sandbank.internal.vendor.apiture;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;

/** How often a transfer is made, and on which dates: all counted from the first, so that no date drifts. */
enum Frequency {
    ONCE("once"),
    OCCASIONAL("occasional"),
    DAILY("daily"),
    WEEKLY("weekly"),
    BIWEEKLY("biweekly"),
    SEMIMONTHLY("semimonthly"),
    MONTHLY("monthly"),
    MONTHLY_FIRST_DAY("monthlyFirstDay"),
    MONTHLY_LAST_DAY("monthlyLastDay"),
    BIMONTHLY("bimonthly"),
    QUARTERLY("quarterly"),
    SEMIYEARLY("semiyearly"),
    YEARLY("yearly");

    private static final int HALF_A_MONTH = 15;

    private final String word;

    Frequency(String word) {
        this.word = word;
    }

    /** The frequency that a schedule names. */
    static Frequency named(String word) {
        return Arrays.stream(values())
                .filter(frequency -> frequency.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no frequency " + word));
    }

    boolean repeats() {
        return this != ONCE && this != OCCASIONAL;
    }

    /**
     * The date of an occurrence.
     *
     * @param first the day that the schedule begins with
     * @param occurrence how many came before
     */
    LocalDate date(LocalDate first, int occurrence) {
        return switch (this) {
            case ONCE, OCCASIONAL -> first;
            case DAILY -> first.plusDays(occurrence);
            case WEEKLY -> first.plusWeeks(occurrence);
            case BIWEEKLY -> first.plusWeeks(2L * occurrence);
            case SEMIMONTHLY -> twiceAMonth(first, occurrence);
            case MONTHLY -> first.plusMonths(occurrence);
            case MONTHLY_FIRST_DAY -> firstDay(first).plusMonths(occurrence);
            case MONTHLY_LAST_DAY -> lastDay(first.withDayOfMonth(1).plusMonths(occurrence));
            case BIMONTHLY -> first.plusMonths(2L * occurrence);
            case QUARTERLY -> first.plusMonths(3L * occurrence);
            case SEMIYEARLY -> first.plusMonths(6L * occurrence);
            case YEARLY -> first.plusYears(occurrence);
        };
    }

    private static LocalDate firstDay(LocalDate first) {
        return first.getDayOfMonth() == 1 ? first : first.with(TemporalAdjusters.firstDayOfNextMonth());
    }

    private static LocalDate lastDay(LocalDate month) {
        return month.with(TemporalAdjusters.lastDayOfMonth());
    }

    /** On a day and fifteen days from it within the month, or on the month's last day where it has no such day. */
    private static LocalDate twiceAMonth(LocalDate first, int occurrence) {
        LocalDate whole = first.plusMonths(occurrence / 2);
        if (occurrence % 2 == 0) {
            return whole;
        }
        int day = first.getDayOfMonth();
        return day <= HALF_A_MONTH
                ? whole.withDayOfMonth(Math.min(day + HALF_A_MONTH, whole.lengthOfMonth()))
                : first.plusMonths(occurrence / 2 + 1L).withDayOfMonth(day - HALF_A_MONTH);
    }
}
