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

/** The institution's days and hours: its time zone, when its day is cut off, and when it is closed. */
public final class BankCalendar {

    private static final String END_OF_DAY = "24:00";

    private static final String INSTITUTIONS = "institutions";

    private final Settings settings;
    private final Supplier<JsonNode> institution;
    private final ZoneId zone;
    private final String cutOff;
    private final boolean federal;
    private final Set<LocalDate> closed;

    /** That of transfers: the first institution may have closures and cut-off times of its own. */
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

    /** The days and hours of one institution. */
    public BankCalendar of(Entry other) {
        return new BankCalendar(settings, other::document);
    }

    /** The date at the institution. */
    public LocalDate dayOf(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    public ZoneId zone() {
        return zone;
    }

    /** Until when transfers between internal accounts are made on a day; nothing for never. */
    public Optional<LocalTime> cutOff() {
        return cutOff.equals(END_OF_DAY) ? Optional.empty() : Optional.of(LocalTime.parse(cutOff));
    }

    /** Until when payments are processed, besides transfers between internal accounts: kinds and times of day. */
    public JsonNode cutOffTimes() {
        JsonNode own = institution.get().path("cutOffTimes");
        return own.isArray() ? own : settings.tree("cutOffTimes");
    }

    /** The latest time of day until when payments of a kind are processed. */
    public Optional<LocalTime> latest(String kind) {
        return cutOffTimes()
                .valueStream()
                .filter(each -> each.path("type").asText().equals(kind))
                .map(each -> LocalTime.parse(each.path("time").asText()))
                .max(Comparator.naturalOrder());
    }

    /** Why the institution says that it is closed on a day, if it does. */
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
     * Whether the day is over for transfers.
     *
     * @param internal whether both accounts are held here
     */
    public boolean isPastCutOff(Instant moment, boolean internal) {
        return !moment.isBefore(cutOffOn(dayOf(moment), internal));
    }

    public Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /**
     * From when on nothing more is done on that day.
     *
     * @param internal whether both accounts are held here
     */
    public Instant cutOffOn(LocalDate day, boolean internal) {
        Optional<LocalTime> outside = internal ? Optional.empty() : latest("externalTransfer");
        return outside.or(this::cutOff)
                .map(time -> day.atTime(time).atZone(zone).toInstant())
                .orElseGet(() -> startOf(day.plusDays(1)));
    }

    /** Whether it is a holiday of the Federal Reserve, and the institution keeps those. */
    public boolean isHoliday(LocalDate day) {
        return federal && FederalHolidays.has(day);
    }

    /** Whether it does business with other institutions on that day. */
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

    /** So many business days earlier. */
    public LocalDate openDaysBefore(LocalDate day, int days) {
        LocalDate open = day;
        for (int passed = 0; passed < days; passed++) {
            open = openOnOrBefore(open.minusDays(1));
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
