package dev.sandbank.internal.vendor.apiture.account;

import dev.sandbank.internal.model.Settings;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import java.util.stream.Collectors;

/** The institution's days and hours: its time zone, when its day is cut off, and when it is closed. */
public final class BankCalendar {

    private static final String END_OF_DAY = "24:00";

    private final ZoneId zone;
    private final String cutOff;
    private final boolean federal;
    private final Set<LocalDate> closed;

    public BankCalendar(Settings settings) {
        this.zone = ZoneId.of(settings.text("timeZone"));
        this.cutOff = settings.text("cutOffTime");
        this.federal = settings.flag("federalHolidays");
        this.closed =
                settings.texts("bankHolidays").stream().map(LocalDate::parse).collect(Collectors.toSet());
    }

    /** The date at the institution. */
    public LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    public boolean isPastCutOff(Instant moment) {
        return !moment.isBefore(cutOffOn(dayOf(moment)));
    }

    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** From when on nothing more is done on that day. */
    public Instant cutOffOn(LocalDate day) {
        return cutOff.equals(END_OF_DAY)
                ? startOf(day.plusDays(1))
                : day.atTime(LocalTime.parse(cutOff)).atZone(zone).toInstant();
    }

    /** Whether it does business with other institutions on that day. */
    public boolean isOpen(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0
                && !closed.contains(day)
                && !(federal && FederalHolidays.has(day));
    }

    public LocalDate openOnOrAfter(LocalDate day) {
        LocalDate open = day;
        while (!isOpen(open)) {
            open = open.plusDays(1);
        }
        return open;
    }

    public LocalDate openOnOrBefore(LocalDate day) {
        LocalDate open = day;
        while (!isOpen(open)) {
            open = open.minusDays(1);
        }
        return open;
    }

    /** So many business days later. */
    public LocalDate openDaysAfter(LocalDate day, int days) {
        LocalDate open = day;
        for (int passed = 0; passed < days; passed++) {
            open = openOnOrAfter(open.plusDays(1));
        }
        return open;
    }

    /** The holidays of the Federal Reserve: one that falls on a Sunday is kept on Monday, one on a Saturday is not moved. */
    private static final class FederalHolidays {

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
}
