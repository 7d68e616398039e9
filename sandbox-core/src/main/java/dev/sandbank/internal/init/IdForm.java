package dev.sandbank.internal.init;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sandbank.internal.model.operation.IdStyle;
import java.util.Collection;
import java.util.Locale;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How a bank makes ids, as far as one of them tells.
 *
 * @param style it, as dialects write it
 */
record IdForm(String style) {

    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern CLASSES = Pattern.compile("([-_A-Za-z0-9]|\\[[-A-Za-z0-9]+](\\{[0-9]+})?)*\\[.*");
    /** Where a description shows ids such as 1 and 2: there are more of these. */
    private static final String SERIAL = "[1-9][0-9]{7}";

    private static final String LETTERS = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final int LONGEST = 99;

    /**
     * @param patterns regular expressions that the description has for ids
     * @param isId whether a text can be an id of this bank
     */
    static IdForm of(JsonNode id, Collection<String> patterns, Predicate<JsonNode> isId) {
        if (id.isIntegralNumber()) {
            return new IdForm(IdStyle.INTEGER);
        }
        String text = id.asText();
        boolean plain = text.matches("[a-z]+") || UUID.matcher(text).matches();
        boolean few = text.matches("[0-9]{1,5}");
        Stream<String> guesses =
                Stream.of(few ? SERIAL : plain ? IdStyle.UUID : like(text), plain || few ? like(text) : IdStyle.UUID);
        return Stream.concat(guesses, patterns.stream().flatMap(IdForm::described))
                .map(IdForm::new)
                .filter(form -> form.isPossible() && isId.test(form.make(1)))
                .findFirst()
                .orElse(new IdForm(IdStyle.UUID));
    }

    /** Returns {@code PN[0-9a-f]{32}} for {@code ^(PN|PM)[0-9a-f]{32}$}; nothing for what is no such sequence. */
    private static Stream<String> described(String pattern) {
        String style = pattern.replace("\\d", "[0-9]")
                .replaceFirst("^\\^", "")
                .replaceFirst("\\$$", "")
                .replaceFirst("^\\(([-_A-Za-z0-9]+)(\\|[-_A-Za-z0-9]+)*\\)", "$1");
        return CLASSES.matcher(style).matches() ? Stream.of(style) : Stream.empty();
    }

    private boolean isPossible() {
        return IdStyle.isOther(style)
                || (style.length() <= 128 && IdStyle.of(style).isPossible());
    }

    /** Returns {@code acct_[0-9a-z]{8}} for {@code acct_4f81c0d2}. */
    private static String like(String text) {
        int start = Math.max(text.lastIndexOf('_'), text.lastIndexOf('-')) + 1;
        String prefix = text.substring(0, start);
        String drawn = text.substring(start);
        if (!prefix.matches("[-_.A-Za-z0-9]*") || !drawn.matches("[A-Za-z0-9]+")) {
            return IdStyle.UUID;
        }
        String digits = drawn.matches("[A-Za-z]+") ? "" : "0-9";
        String small = drawn.matches(".*[a-z].*") ? "a-z" : "";
        String capital = drawn.matches(".*[A-Z].*") ? "A-Z" : "";
        return prefix + "[" + digits + small + capital + "]{" + Math.min(drawn.length(), LONGEST) + "}";
    }

    /** Returns what new ids are, for people. */
    String described() {
        return style.equals(IdStyle.UUID) ? "UUIDs" : style.equals(IdStyle.INTEGER) ? "integers" : "like " + style;
    }

    /** Makes an id of this form, the same for the same number. */
    JsonNode make(int number) {
        if (style.equals(IdStyle.INTEGER)) {
            return LongNode.valueOf(number);
        }
        Random random = new Random(number);
        if (style.equals(IdStyle.UUID)) {
            return TextNode.valueOf("00000000-0000-4000-8000-" + String.format(Locale.ROOT, "%012x", number));
        }
        return TextNode.valueOf(IdStyle.of(style).make((alphabet, count) -> drawn(random, alphabet, count), 0));
    }

    private static String drawn(Random random, String alphabet, int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.isEmpty() ? LETTERS : text.toString();
    }
}
