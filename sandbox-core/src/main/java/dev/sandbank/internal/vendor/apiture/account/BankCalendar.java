package dev.sandbank.internal.vendor.apiture.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Settings;
import dev.sandbank.internal.store.Entries;
import dev.sandbank.internal.work.OperationContext;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The business days and hours of an institution: its time zone, its cut-off times, and the days on which it is closed.
 */
public final class BankCalendar {

    private static final String END_OF_DAY = "24:00";

    private static final String INSTITUTIONS = "institutions";

    private final Settings settings;
    private final Supplier<JsonNode> institution;
    private final ZoneId zone;
    private final String cutOff;
    private final boolean federal;
    private final Set<LocalDate> closed;

    /**
     * Creates the calendar for transfers, with the closures and cut-off times of the first institution if it has its
     * own.
     */
    public BankCalendar(OperationContext context) {
        this(context.settings(), () -> first(context.store().entries()));
    }

    private BankCalendar(Settings settings, Supplier<JsonNode> institution) {
        this.settings = settings;
        this.institution = institution;
        this.zone = ZoneId.of(settings.text("timeZone"));
        this.cutOff = settings.text("cutOffTime");
        this.federal = settings.flag("federalHolidays");
        this.closed =
                settings.texts("bankHolidays").stream().map(LocalDate::parse).collect(Collectors.toSet());
    }

    private static JsonNode first(Entries entries) {
        return entries.from(INSTITUTIONS, 0, 1).stream()
                .<JsonNode>map(first -> first.entry().document())
                .findFirst()
                .orElseGet(MissingNode::getInstance);
    }

    /** Returns the calendar of one institution. */
    public BankCalendar of(Entry other) {
        return new BankCalendar(settings, other::document);
    }

    /** Returns the date of a moment at the institution. */
    public LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    public ZoneId zone() {
        return zone;
    }

    /** Returns the time until which transfers between internal accounts are made on a day; empty if there is none. */
    public Optional<LocalTime> cutOff() {
        return cutOff.equals(END_OF_DAY) ? Optional.empty() : Optional.of(LocalTime.parse(cutOff));
    }

    /** Returns the times until which other payments are processed: kinds and times of day. */
    public JsonNode cutOffTimes() {
        JsonNode own = institution.get().path("cutOffTimes");
        return own.isArray() ? own : settings.tree("cutOffTimes");
    }

    /** Returns the latest time of day at which payments of a kind are processed. */
    public Optional<LocalTime> latest(String kind) {
        return cutOffTimes()
                .valueStream()
                .filter(each -> each.path("type").asText().equals(kind))
                .map(each -> LocalTime.parse(each.path("time").asText()))
                .max(Comparator.naturalOrder());
    }

    /** Returns the institution's reason for being closed on a day, if it is. */
    public Optional<String> closure(LocalDate day) {
        return institution
                .get()
                .path("closures")
                .valueStream()
                .filter(each -> each.path("on").asText().equals(day.toString()))
                .map(each -> each.path("reason").asText("closure"))
                .findFirst();
    }

    /**
     * Whether it is too late for transfers on that day.
     *
     * @param internal whether the institution holds both accounts
     */
    public boolean isPastCutOff(Instant moment, boolean internal) {
        return !moment.isBefore(cutOffOn(dayOf(moment), internal));
    }

    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /**
     * Returns the moment from which nothing more is processed on that day.
     *
     * @param internal whether the institution holds both accounts
     */
    public Instant cutOffOn(LocalDate day, boolean internal) {
        Optional<LocalTime> outside = internal ? Optional.empty() : latest("externalTransfer");
        return outside.or(this::cutOff)
                .map(time -> day.atTime(time).atZone(zone).toInstant())
                .orElseGet(() -> startOf(day.plusDays(1)));
    }

    /** Whether the day is a holiday of the Federal Reserve that the institution observes. */
    public boolean isHoliday(LocalDate day) {
        return federal && FederalHolidays.has(day);
    }

    /** Whether the institution does business with other institutions on that day. */
    public boolean isOpen(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0
                && !closed.contains(day)
                && !isHoliday(day)
                && closure(day).isEmpty();
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

    /** Returns the day that is so many business days earlier. */
    public LocalDate openDaysBefore(LocalDate day, int days) {
        LocalDate open = day;
        for (int passed = 0; passed < days; passed++) {
            open = openOnOrBefore(open.minusDays(1));
        }
        return open;
    }

    /** Returns the day that is so many business days later. */
    public LocalDate openDaysAfter(LocalDate day, int days) {
        LocalDate open = day;
        for (int passed = 0; passed < days; passed++) {
            open = openOnOrAfter(open.plusDays(1));
        }
        return open;
    }

    /**
     * The holidays of the Federal Reserve: a holiday on a Sunday is observed on Monday, one on a Saturday is not moved.
     */
    private static final class FederalHolidays {

        /** The month and day of holidays with a fixed date. */
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

        /** Returns the movable holiday in a day's month, or the day before the month if there is none. */
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
