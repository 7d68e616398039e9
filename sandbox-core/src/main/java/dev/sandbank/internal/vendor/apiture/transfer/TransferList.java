package dev.sandbank.internal.vendor.apiture.transfer;

import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Input;
import dev.sandbank.internal.model.operation.Range;
import dev.sandbank.internal.model.operation.Ranges;
import dev.sandbank.internal.vendor.apiture.account.CursorPage;
import dev.sandbank.internal.work.EntryCursor;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.Result;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code listTransfers}: those that the caller sees, in the order they were scheduled. */
public final class TransferList {

    private static final List<String> RANGES = List.of("scheduledOn", "debitsOn", "creditsOn");

    private final OperationContext context;
    private final TransferView view;
    private final TransferDates dates;
    private final CursorPage page;

    public TransferList(OperationContext context, TransferView view, TransferDates dates) {
        this.context = context;
        this.view = view;
        this.dates = dates;
        this.page = new CursorPage(context);
    }

    public Result list(Call call) {
        return RANGES.stream()
                .filter(name ->
                        range(call.input(), name).filter(Range::isReversed).isPresent())
                .findFirst()
                .map(name -> Result.refuse(
                        "unprocessable-entity", name + " ends before it begins", Map.of("property", name)))
                .orElseGet(() -> page(call));
    }

    private Result page(Call call) {
        List<Entry> matching = context.visible().list(call.subject(), Transfer.COLLECTION).stream()
                .filter(entry -> matches(call.input(), Transfer.of(entry)))
                .toList();
        return page.of(
                call,
                EntryCursor.of(matching),
                entry -> true,
                entry -> view.show(call.subject(), entry),
                body -> body.put("count", matching.size()));
    }

    private boolean matches(Input input, Transfer transfer) {
        boolean historical = !input.has("historical")
                || (input.get("historical").asBoolean()
                        ? transfer.state().equals(Transfer.PROCESSED)
                        : !transfer.isFinished());
        Optional<TransferDates.Days> days = dates.of(transfer);
        return historical
                && within(input, "scheduledOn", transfer.scheduledOn())
                && within(input, "debitsOn", days.map(TransferDates.Days::debitsOn))
                && within(input, "creditsOn", days.map(TransferDates.Days::creditsOn));
    }

    /** What has no date is in no range. */
    private static boolean within(Input input, String name, Optional<LocalDate> day) {
        return range(input, name)
                .map(range -> day.filter(range::contains).isPresent())
                .orElse(true);
    }

    private static Optional<Range<LocalDate>> range(Input input, String name) {
        return input.text(name).flatMap(Ranges::dates);
    }
}
