package dev.sandbank.internal.vendor.apiture.transfer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.oauth.User;
import dev.sandbank.internal.model.oauth.UserStatus;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.store.Entries;
import dev.sandbank.internal.store.Links;
import dev.sandbank.internal.time.Timestamps;
import dev.sandbank.internal.vendor.apiture.account.AccountNames;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.ScheduledTask;
import java.time.Instant;
import java.util.Optional;

/** Makes transfers on their day, and schedules the next ones of a series. */
public final class Settlement implements ScheduledTask {

    private final OperationContext context;
    private final TransferDates dates;
    private final Ledger ledger;
    private final NextTransfer repetition;

    public Settlement(OperationContext context, TransferDates dates, Ledger ledger) {
        this.context = context;
        this.dates = dates;
        this.ledger = ledger;
        this.repetition = new NextTransfer(dates);
    }

    /** Sets the alarm for a transfer's next step. */
    public void plan(Transfer transfer, Instant notBefore) {
        context.store().alarms().clear(Transfer.COLLECTION, transfer.id());
        moment(transfer)
                .ifPresent(due -> context.store()
                        .alarms()
                        .set(Transfer.COLLECTION, transfer.id(), due.isBefore(notBefore) ? notBefore : due));
    }

    private Optional<Instant> moment(Transfer transfer) {
        Optional<TransferDates.Days> days = dates.of(transfer);
        return switch (transfer.state()) {
            case Transfer.SCHEDULED -> days.map(both -> dates.momentOn(transfer, both.debitsOn()));
            case Transfer.PROCESSING -> days.map(both -> dates.momentOn(transfer, both.creditsOn()));
            default -> Optional.empty();
        };
    }

    @Override
    public void run(Entry entry, Instant at) {
        Transfer transfer = Transfer.of(entry);
        Optional<Instant> due = moment(transfer);
        if (due.isEmpty()) {
            return;
        }
        if (due.get().isAfter(at)) {
            plan(transfer, at);
        } else if (transfer.state().equals(Transfer.SCHEDULED)) {
            begin(transfer, at);
            repetition.after(transfer, Transfer.newId(context.ids())).ifPresent(next -> add(next, at));
        } else {
            both(transfer).ifPresent(accounts -> finish(transfer, accounts, at));
        }
    }

    @Override
    public long times(Entry entry, Instant until) {
        Transfer transfer = Transfer.of(entry);
        return transfer.state().equals(Transfer.SCHEDULED) ? repetition.times(transfer, dates.dayOf(until)) : 1;
    }

    private record Both(Entry source, Entry target) {}

    private Optional<Both> both(Transfer transfer) {
        Entries entries = context.store().entries();
        return entries.find("accounts", transfer.source())
                .flatMap(source -> entries.find("accounts", transfer.target()).map(target -> new Both(source, target)));
    }

    private void begin(Transfer transfer, Instant at) {
        Optional<Both> accounts = both(transfer);
        Optional<String> obstacle = obstacle(transfer, accounts);
        if (obstacle.isPresent()) {
            keep(transfer.fail(obstacle.get()), at);
            return;
        }
        ledger.debit(
                transfer,
                accounts.orElseThrow().source(),
                accounts.orElseThrow().target(),
                at);
        keep(transfer.become(Transfer.PROCESSING), at);
        if (moment(transfer).filter(credited -> credited.isAfter(at)).isPresent()) {
            plan(transfer, at);
        } else {
            finish(transfer, accounts.orElseThrow(), at);
        }
    }

    /** Returns why a transfer cannot be made, in the words of its event. */
    private Optional<String> obstacle(Transfer transfer, Optional<Both> accounts) {
        if (accounts.isEmpty()) {
            return Optional.of("accountUnknown");
        }
        if (!isAllowed(transfer)) {
            return Optional.of("notAllowed");
        }
        return hasFunds(transfer, accounts.get()) ? Optional.empty() : Optional.of("insufficientFunds");
    }

    private void finish(Transfer transfer, Both accounts, Instant at) {
        ledger.credit(transfer, accounts.source(), accounts.target(), at);
        transfer.document().put("processedAt", Timestamps.text(at));
        keep(transfer.become(Transfer.PROCESSED), at);
    }

    /** Whether the user may still make the transfer: after an entitlement is withdrawn, no money moves. */
    private boolean isAllowed(Transfer transfer) {
        Links links = context.store().links();
        return transfer.user()
                .map(user -> new Directory(context.store())
                                .user(user)
                                .map(User::status)
                                .filter(status -> !status.isDisabled() && !status.equals(UserStatus.BLOCKED))
                                .isPresent()
                        && links.permissions(user, "accounts", transfer.source())
                                .contains("transferFrom")
                        && links.permissions(user, "accounts", transfer.target())
                                .contains("transferTo"))
                .orElse(true);
    }

    private boolean hasFunds(Transfer transfer, Both accounts) {
        return !AccountNames.isInternal(accounts.source())
                || context.settings().text("fundsCheck").equals("never")
                || Ledger.available(accounts.source()).compareTo(transfer.amount()) >= 0;
    }

    private void add(Transfer next, Instant at) {
        Entries entries = context.store().entries().at(at);
        entries.add(Transfer.COLLECTION, next.id(), next.user().orElse(null), null, next.document());
        plan(next, at);
    }

    private void keep(Transfer transfer, Instant at) {
        ObjectNode document = transfer.document();
        context.store().entries().at(at).replace(Transfer.COLLECTION, transfer.id(), document);
    }
}
