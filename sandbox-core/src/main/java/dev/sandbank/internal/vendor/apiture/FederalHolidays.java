package dev.sandbank.internal.vendor.apiture;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;

/** The holidays of the Federal Reserve: one that falls on a Sunday is kept on Monday, one on a Saturday is not moved. */
final class FederalHolidays {

    /** Month and day. */
    private static final Set<String> FIXED = Set.of("--01-01", "--06-19", "--07-04", "--11-11", "--12-25");

    private FederalHolidays() {}

    static boolean has(LocalDate day) {
        return isFixed(day)
                || (day.getDayOfWeek() == DayOfWeek.MONDAY && isFixed(day.minusDays(1)))
                || day.equals(movable(day));
    }

    private static boolean isFixed(LocalDate day) {
        return FIXED.contains(MonthDay.from(day).toString());
    }

    /** The movable one in a day's month; the day before the month if there is none. */
    private static LocalDate movable(LocalDate day) {
        return switch (day.getMonth()) {
            case JANUARY, FEBRUARY -> nth(day, 3, DayOfWeek.MONDAY);
            case MAY -> day.with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY));
            case SEPTEMBER -> nth(day, 1, DayOfWeek.MONDAY);
            case OCTOBER -> nth(day, 2, DayOfWeek.MONDAY);
            case NOVEMBER -> nth(day, 4, DayOfWeek.THURSDAY);
            default -> day.withDayOfMonth(1).minusDays(1);
        };
    }

    private static LocalDate nth(LocalDate day, int ordinal, DayOfWeek weekday) {
        return day.with(TemporalAdjusters.dayOfWeekInMonth(ordinal, weekday));
    }
}
