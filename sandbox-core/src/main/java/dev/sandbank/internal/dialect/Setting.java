package dev.sandbank.internal.dialect;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.model.operation.Defaults;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A setting of a bank.
 *
 * @param type {@code duration}, {@code delay}, {@code string}, {@code strings} (a list), {@code boolean}, {@code
 * integer} or {@code json} (a list or an object)
 * @param format the format of its texts: {@code date}, {@code time}, {@code zone} or {@code url}; or null
 * @param oneOf the allowed texts; empty for any
 * @param minimum the least value of an integer, or null
 * @param maximum the greatest value of an integer, or null
 */
public record Setting(
        String type,
        @JsonProperty("default") JsonNode defaultValue,
        String about,
        @Nullable String format,
        List<String> oneOf,
        @Nullable Long minimum,
        @Nullable Long maximum) {
    public Setting {
        oneOf = Defaults.orEmpty(oneOf);
    }

    static Setting of(String type, JsonNode value, String about) {
        return of(type, value, about, List.of());
    }

    static Setting of(String type, JsonNode value, String about, List<String> oneOf) {
        return new Setting(type, value, about, null, oneOf, null, null);
    }
}
