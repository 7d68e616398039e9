package dev.sandbank.internal.vendor.apiture.transfer;

import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Settings;
import dev.sandbank.internal.store.Store;
import dev.sandbank.internal.vendor.apiture.account.AccountNames;
import dev.sandbank.internal.vendor.apiture.account.BankCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Computes when a transfer debits one account and credits the other.
 *
 * <p>Between two internal accounts both happen on the scheduled day, even if the institution is closed, unless a
 * setting forbids that. Otherwise both need business days, and the credit follows some business days later; a setting
 * says which of the two days the schedule gives.
 */
public final class TransferDates {

    private final Store store;
    private final BankCalendar calendar;
    private final Settings settings;

    public TransferDates(Store store, BankCalendar calendar, Settings settings) {
        this.store = store;
        this.calendar = calendar;
        this.settings = settings;
    }

    /** The days of the debit and the credit. */
    public record Days(LocalDate debitsOn, LocalDate creditsOn) {}

    /** Returns the days; empty for a transfer without a date. */
    public Optional<Days> of(Transfer transfer) {
        return transfer.scheduledOn()
                .map(first -> transfer.frequency().date(first, 0, calendar))
                .map(day -> isInside(transfer) ? inside(day) : outside(day));
    }

    /**
     * Returns the day by which a caller must schedule it: the scheduled day or, if that is the day of the credit, the
     * day of the debit.
     */
    Optional<LocalDate> begins(Transfer transfer) {
        return isInside(transfer) || !tellsCredit()
                ? transfer.scheduledOn()
                : of(transfer).map(Days::debitsOn);
    }

    private boolean tellsCredit() {
        return settings.text("scheduledOnIs").equals("credit");
    }

    /** Returns the date of the next occurrence; days that have passed do not count again. */
    public LocalDate dayAfter(Transfer before, LocalDate first, int occurrence) {
        LocalDate day = before.scheduledOn().orElse(first);
        return before.frequency() == Frequency.DAILY
                ? calendar.openDaysAfter(calendar.openOnOrAfter(day), 1)
                : before.frequency().date(first, occurrence, calendar);
    }

    /** Returns the date of a moment at the institution. */
    public LocalDate dayOf(Instant moment) {
        return calendar.dayOf(moment);
    }

    /** Returns the moment at which the work of a day is done. */
    public Instant momentOn(Transfer transfer, LocalDate day) {
        return settings.text("transferProcessing").equals("cutOff")
                ? calendar.cutOffOn(day, isInside(transfer))
                : calendar.startOf(day);
    }

    private boolean isInside(Transfer transfer) {
        return isInternal(transfer.source()) && isInternal(transfer.target());
    }

    private Days inside(LocalDate day) {
        LocalDate on = settings.flag("internalTransfersOnClosedDays") ? day : calendar.openOnOrAfter(day);
        return new Days(on, on);
    }

    private Days outside(LocalDate day) {
        int apart = settings.number("externalTransferDays");
        if (tellsCredit()) {
            LocalDate credited = calendar.openOnOrBefore(day);
            return new Days(calendar.openDaysBefore(credited, apart), credited);
        }
        LocalDate debited = calendar.openOnOrAfter(day);
        return new Days(debited, calendar.openDaysAfter(debited, apart));
    }

    private boolean isInternal(String account) {
        Optional<Entry> known = store.entries().find("accounts", account);
        return known.filter(AccountNames::isInternal).isPresent();
    }
}
