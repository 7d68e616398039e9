package dev.sandbank.internal.vendor.apiture.transfer;

import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Refusal.RuleBroken;
import dev.sandbank.internal.vendor.apiture.account.AccountNames;
import dev.sandbank.internal.vendor.apiture.account.BankCalendar;
import dev.sandbank.internal.vendor.apiture.account.Money;
import dev.sandbank.internal.work.OperationContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The rules for transfers that the dialect cannot describe, in the order in which the bank checks them. */
public final class TransferRules {

    private static final List<String> ENDS = List.of("endsOn", "count", "amountLimit");

    private final OperationContext context;
    private final BankCalendar calendar;
    private final TransferDates dates;
    private final List<Function<TransferDraft, Optional<Refusal>>> inOrder;

    public TransferRules(OperationContext context, BankCalendar calendar, TransferDates dates) {
        this.context = context;
        this.calendar = calendar;
        this.dates = dates;
        this.inOrder = List.of(
                TransferRules::differentAccounts,
                TransferRules::oneInternal,
                this::schedule,
                this::funds,
                new Challenges(context)::ask);
    }

    /** Returns the first rule that the transfer breaks. */
    public Optional<Refusal> against(TransferDraft draft) {
        return inOrder.stream().flatMap(rule -> rule.apply(draft).stream()).findFirst();
    }

    private static Optional<Refusal> differentAccounts(TransferDraft draft) {
        return brokenIf(
                draft.source().id().equals(draft.target().id()),
                "same-transfer-accounts",
                "The source and the target are the same account");
    }

    private static Optional<Refusal> oneInternal(TransferDraft draft) {
        return brokenIf(
                !AccountNames.isInternal(draft.source()) && !AccountNames.isInternal(draft.target()),
                "external-to-external",
                "Neither account is held at this institution");
    }

    private Optional<Refusal> schedule(TransferDraft draft) {
        return draft.reschedules()
                ? Stream.of(startsInTime(draft), endsOneWay(draft), endsAfterStart(draft))
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.empty();
    }

    private Optional<Refusal> startsInTime(TransferDraft draft) {
        LocalDate today = calendar.dayOf(draft.now());
        LocalDate day = dates.begins(draft.transfer()).orElse(LocalDate.MAX);
        boolean tooLate = day.equals(today) && calendar.isPastCutOff(draft.now(), draft.isInternal());
        return invalidSchedule(
                day.isBefore(today) || tooLate,
                "The transfer begins on " + day
                        + (tooLate ? ", today, but the cut-off time has passed" : ", before today, " + today));
    }

    private static Optional<Refusal> endsOneWay(TransferDraft draft) {
        List<String> said = ENDS.stream()
                .filter(end -> draft.transfer().says(end).isPresent())
                .toList();
        return invalidSchedule(
                draft.transfer().frequency().repeats() && said.size() > 1,
                "A schedule can have only one of " + String.join(", ", said));
    }

    private static Optional<Refusal> endsAfterStart(TransferDraft draft) {
        Transfer transfer = draft.transfer();
        boolean before = transfer.date("endsOn")
                .flatMap(end -> transfer.scheduledOn().map(end::isBefore))
                .orElse(false);
        boolean tooLittle = transfer.says("amountLimit")
                .map(limit -> Money.of(limit).compareTo(transfer.amount()) < 0)
                .orElse(false);
        return invalidSchedule(
                transfer.frequency().repeats() && (before || tooLittle), "The schedule ends before it begins");
    }

    /** Checks that the money is there, but only if it is needed at once, unless a setting says otherwise. */
    private Optional<Refusal> funds(TransferDraft draft) {
        String when = context.settings().text("fundsCheck");
        boolean today = draft.isInternal()
                && draft.transfer()
                        .scheduledOn()
                        .filter(calendar.dayOf(draft.now())::equals)
                        .isPresent();
        boolean asked =
                AccountNames.isInternal(draft.source()) && (when.equals("always") || (when.equals("sameDay") && today));
        return brokenIf(
                asked
                        && Ledger.available(draft.source())
                                        .compareTo(draft.transfer().amount())
                                < 0,
                "insufficient-funds",
                "The amount exceeds the available balance, " + Money.text(Ledger.available(draft.source())));
    }

    private static Optional<Refusal> invalidSchedule(boolean broken, String detail) {
        return brokenIf(broken, "invalid-transfer-schedule", detail);
    }

    private static Optional<Refusal> brokenIf(boolean broken, String rule, String detail) {
        return broken ? Optional.of(new RuleBroken(rule, detail, Map.of())) : Optional.empty();
    }
}
