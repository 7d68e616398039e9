package dev.sandbank.internal.input;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.format.Format;
import dev.sandbank.internal.model.Range;
import dev.sandbank.internal.model.Ranges;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A format of texts in JSON Schemas besides those of the standard: ranges.
 *
 * @param name the value of {@code format}
 * @param read reads a range of this kind
 */
record RangeFormat(String name, Function<String, ? extends Optional<? extends Range<?>>> read) implements Format {

    static List<RangeFormat> all() {
        return List.of(
                new RangeFormat("date-range", Ranges::dates),
                new RangeFormat("amount-range", Ranges::amounts),
                new RangeFormat("integer-range", Ranges::integers));
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public boolean matches(ExecutionContext context, String text) {
        return read.apply(text).isPresent();
    }
}
