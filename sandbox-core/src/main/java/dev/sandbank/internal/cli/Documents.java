package dev.sandbank.internal.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Whole documents on a command line: written as UTF-8 whatever the terminal's charset, read strictly. */
final class Documents {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Documents() {}

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
            JsonNode content = JSON.readTree(typed);
            if (content.isMissingNode()) {
                throw new UsageException("--body is empty, not JSON");
            }
            return content;
        } catch (MismatchedInputException more) {
            throw new UsageException("--body is not JSON: something follows it");
        } catch (JsonProcessingException e) {
            throw new UsageException("--body is not JSON: " + e.getOriginalMessage());
        }
    }
}
