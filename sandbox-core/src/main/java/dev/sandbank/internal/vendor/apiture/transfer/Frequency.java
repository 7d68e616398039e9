package dev.sandbank.internal.vendor.apiture.transfer;

import dev.sandbank.internal.vendor.apiture.account.BankCalendar;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * How often a transfer is made, and on which dates: each date is computed from the first, so that dates do not drift.
 */
public enum Frequency {
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

    /** The fewest business days of a leap year. */
    private static final int BUSINESS_DAYS = 249;

    private static final int DAYS = 366;

    private final String word;

    Frequency(String word) {
        this.word = word;
    }

    /** Returns the frequency that a schedule names. */
    public static Frequency named(String word) {
        return Arrays.stream(values())
                .filter(frequency -> frequency.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no frequency " + word));
    }

    /** Whether it has a date for each occurrence. */
    public boolean repeats() {
        return this != ONCE && this != OCCASIONAL;
    }

    /**
     * Returns the date of an occurrence.
     *
     * @param first the first day of the schedule
     * @param occurrence how many occurrences came before
     * @param calendar the institution's calendar, because some frequencies count business days only
     */
    public LocalDate date(LocalDate first, int occurrence, BankCalendar calendar) {
        return switch (this) {
            case ONCE, OCCASIONAL -> first;
            case DAILY -> calendar.openDaysAfter(calendar.openOnOrAfter(first), occurrence);
            case WEEKLY -> first.plusWeeks(occurrence);
            case BIWEEKLY -> first.plusWeeks(2L * occurrence);
            case SEMIMONTHLY -> twiceAMonth(first, occurrence);
            case MONTHLY -> first.plusMonths(occurrence);
            case MONTHLY_FIRST_DAY -> monthly(first, occurrence, month -> calendar.openOnOrAfter(month));
            case MONTHLY_LAST_DAY -> monthly(first, occurrence, month -> calendar.openOnOrBefore(lastDay(month)));
            case BIMONTHLY -> first.plusMonths(2L * occurrence);
            case QUARTERLY -> first.plusMonths(3L * occurrence);
            case SEMIYEARLY -> first.plusMonths(6L * occurrence);
            case YEARLY -> first.plusYears(occurrence);
        };
    }

    /** Estimates the number of dates from one day to another, both included; never more than there are. */
    public long datesBetween(LocalDate first, LocalDate last) {
        long steps = switch (this) {
            case ONCE, OCCASIONAL -> 0;
            case DAILY -> ChronoUnit.DAYS.between(first, last) * BUSINESS_DAYS / DAYS;
            case WEEKLY -> ChronoUnit.WEEKS.between(first, last);
            case BIWEEKLY -> ChronoUnit.WEEKS.between(first, last) / 2;
            case SEMIMONTHLY -> ChronoUnit.MONTHS.between(first, last) * 2;
            case MONTHLY, MONTHLY_FIRST_DAY, MONTHLY_LAST_DAY -> ChronoUnit.MONTHS.between(first, last);
            case BIMONTHLY -> ChronoUnit.MONTHS.between(first, last) / 2;
            case QUARTERLY -> ChronoUnit.MONTHS.between(first, last) / 3;
            case SEMIYEARLY -> ChronoUnit.MONTHS.between(first, last) / 6;
            case YEARLY -> ChronoUnit.YEARS.between(first, last);
        };
        return first.isAfter(last) ? 0 : steps + 1;
    }

    /**
     * Returns a day of each month that is computed from the first of the month; the series begins with the next such
     * day.
     */
    private static LocalDate monthly(LocalDate first, int occurrence, UnaryOperator<LocalDate> dayOf) {
        LocalDate month = first.withDayOfMonth(1);
        LocalDate start = dayOf.apply(month).isBefore(first) ? month.plusMonths(1) : month;
        return dayOf.apply(start.plusMonths(occurrence));
    }

    private static LocalDate lastDay(LocalDate month) {
        return month.with(TemporalAdjusters.lastDayOfMonth());
    }

    /**
     * Returns dates twice a month: on a day and fifteen days before or after it, or on the last day of a month that is
     * too short.
     */
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
