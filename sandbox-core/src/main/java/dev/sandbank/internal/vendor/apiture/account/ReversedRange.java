package dev.sandbank.internal.vendor.apiture.account;

import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Input;
import dev.sandbank.internal.model.operation.Range;
import dev.sandbank.internal.model.operation.Ranges;
import dev.sandbank.internal.work.VendorParts.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A parameter with a range that ends before it begins. */
final class ReversedRange {

    private static final List<String> NAMES = List.of(
            "scheduledOn", "debitsOn", "creditsOn", "occurredOn", "createdOn", "postedOn", "amount", "checkNumber");

    private ReversedRange() {}

    /** Returns the first one of a call, if there is one. */
    static @Nullable Finding in(Call call) {
        return NAMES.stream()
                .filter(name -> isReversed(call.input(), name))
                .findFirst()
                .map(name -> new Finding(name + " ends before it begins", Map.of("property", name)))
                .orElse(null);
    }

    private static boolean isReversed(Input input, String name) {
        return input.text(name).stream()
                .flatMap(text -> Stream.<Optional<? extends Range<?>>>of(
                        Ranges.dates(text), Ranges.integers(text), Ranges.amounts(text)))
                .flatMap(Optional::stream)
                .anyMatch(Range::isReversed);
    }
}
