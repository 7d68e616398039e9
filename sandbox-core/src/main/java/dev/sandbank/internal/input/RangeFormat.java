package dev.sandbank.internal.input;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.format.Format;
import dev.sandbank.internal.model.Ranges;
import java.util.List;

/**
 * A format of texts in JSON Schemas besides those of the standard: ranges.
 *
 * @param name the value of {@code format}
 */
record RangeFormat(String name) implements Format {

    static List<RangeFormat> all() {
        return Ranges.formats().stream().map(RangeFormat::new).toList();
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public boolean matches(ExecutionContext context, String text) {
        return Ranges.fits(name, text);
    }
}
