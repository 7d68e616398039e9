package dev.sandbank.internal.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads JSON from outside strictly (one value, no duplicate members), and refuses what is expensive to process: deep
 * nesting, and numbers and names without end.
 *
 * <p>The size of a request limits the length of the text.
 */
public final class BoundedJson {

    /** The deepest nesting of arrays and objects. */
    public static final int DEEPEST = 64;

    /** The most characters of a number. */
    public static final int LONGEST_NUMBER = 100;

    /**
     * The greatest power of ten of a number's first and last digit, either way: every {@code double} has a smaller
     * one.
     */
    public static final int GREATEST_EXPONENT = 500;

    /** The most characters of a member's name. */
    public static final int LONGEST_NAME = 1_000;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .maxNameLength(LONGEST_NAME)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final Pattern OF_THE_LIBRARY =
            Pattern.compile(", from `[^`]*`|Source: REDACTED \\(`[^`]*` disabled\\); ");

    private BoundedJson() {}

    /**
     * Returns the value of the text; {@link MissingNode} if it is blank.
     *
     * @throws JsonProcessingException if it is not JSON, or exceeds a bound
     */
    public static JsonNode read(String text) throws JsonProcessingException {
        try (JsonParser parser = new BoundedNumbers(MAPPER.createParser(text))) {
            JsonNode value = MAPPER.readTree(parser);
            return value == null ? MissingNode.getInstance() : value;
        } catch (JsonProcessingException bad) {
            throw bad;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Returns the same; empty if it is not JSON, or exceeds a bound. */
    public static Optional<JsonNode> find(String text) {
        try {
            return Optional.of(read(text));
        } catch (JsonProcessingException bad) {
            return Optional.empty();
        }
    }

    /** Whether it may be JSON, but exceeds a bound. */
    public static boolean exceeds(JsonProcessingException bad) {
        return bad instanceof StreamConstraintsException;
    }

    /** Describes the error in plain words: which bound it exceeds, what follows it, or why it is not JSON. */
    public static String told(JsonProcessingException bad) {
        if (exceeds(bad)) {
            return "exceeds a bound: " + reason(bad);
        }
        return "is not JSON: " + (bad instanceof MismatchedInputException ? "something follows it" : reason(bad));
    }

    /** Returns the first line of the library's message, without hints for the library's users. */
    public static String reason(JsonProcessingException bad) {
        String line = bad.getOriginalMessage().lines().findFirst().orElse("");
        return OF_THE_LIBRARY.matcher(line).replaceAll("");
    }

    /** Bounds the length of numbers when written without an exponent; the library bounds only the length as written. */
    private static final class BoundedNumbers extends JsonParserDelegate {

        BoundedNumbers(JsonParser parser) {
            super(parser);
        }

        @Override
        public BigDecimal getDecimalValue() throws IOException {
            BigDecimal value = decimal();
            long last = -(long) value.scale();
            long first = last + value.precision() - 1;
            if (Math.max(Math.abs(first), Math.abs(last)) > GREATEST_EXPONENT) {
                throw exceeded();
            }
            return value;
        }

        /**
         * Returns the number; for an exponent of too many digits the library throws an exception that is not the
         * parser's.
         */
        private BigDecimal decimal() throws IOException {
            try {
                return super.getDecimalValue();
            } catch (NumberFormatException outOfRange) {
                throw exceeded();
            }
        }

        private StreamConstraintsException exceeded() {
            return new StreamConstraintsException(
                    "Number exponent exceeds the maximum allowed (" + GREATEST_EXPONENT + ")", currentTokenLocation());
        }
    }
}
