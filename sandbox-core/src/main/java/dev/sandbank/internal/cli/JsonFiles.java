package dev.sandbank.internal.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.text.BoundedJson;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes whole documents on a command line: writes UTF-8 regardless of the terminal's charset, and reads
 * strictly.
 */
final class JsonFiles {

    private JsonFiles() {}

    static void print(PrintStream out, String document) {
        byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
        out.write(bytes, 0, bytes.length);
        out.flush();
    }

    static @Nullable JsonNode content(@Nullable String typed) {
        if (typed == null) {
            return null;
        }
        try {
            JsonNode content = BoundedJson.read(typed);
            if (content.isMissingNode()) {
                throw new UsageException("--body is empty, not JSON");
            }
            return content;
        } catch (JsonProcessingException e) {
            throw new UsageException("--body " + BoundedJson.told(e));
        }
    }
}
