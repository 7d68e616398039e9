package dev.sandbank.internal.model.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The content of a template's blank, between <code>${</code> and <code>}</code>: a fact, a text in quotes, a number,
 * true, false or null; a sum of these; or alternatives separated by {@code else}, of which the first present one
 * counts.
 *
 * @param alternatives in order; empty if it cannot be parsed
 */
public record Expression(List<Sum> alternatives) {

    /** A blank with its content as {@code group(1)}; a text in quotes may have braces. */
    public static final Pattern BLANK = Pattern.compile("\\$\\{((?:[^}']++|'[^']*+')*+)}");

    private static final Expression NOTHING = new Expression(List.of());
    private static final Pattern TOKEN = Pattern.compile("'(?:[^']|'')*+'|[^\\s']+");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,18})?");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.\\[\\]-]+");

    private static final Set<String> SIGNS = Set.of("+", "-");

    /** A fact or a constant: one of them is null. */
    private record Operand(@Nullable String fact, @Nullable JsonNode constant) {

        @Nullable
        Object value(Facts facts) {
            return fact == null ? constant : facts.get(fact);
        }
    }

    private record Step(boolean isPlus, Operand operand) {}

    /** The first operand, and the ones that are added or subtracted. */
    private record Sum(Operand first, List<Step> steps) {

        @Nullable
        Object value(Facts facts) {
            Object value = first.value(facts);
            for (Step step : steps) {
                Object other = step.operand.value(facts);
                value = value == null || other == null ? null : Arithmetic.sum(value, other, step.isPlus);
            }
            return value;
        }

        Stream<String> names() {
            return Stream.concat(Stream.of(first), steps.stream().map(Step::operand))
                    .map(Operand::fact)
                    .filter(Objects::nonNull);
        }
    }

    /**
     * Parses the content of a blank.
     *
     * @throws IllegalArgumentException if it cannot be parsed; the message says what was expected
     */
    public static Expression of(String said) {
        List<String> tokens = NAME.matcher(said).matches()
                ? List.of(said)
                : TOKEN.matcher(said).results().map(MatchResult::group).toList();
        List<Sum> alternatives = new ArrayList<>();
        int at = 0;
        do {
            Operand first = operand(tokens, at++, false);
            List<Step> steps = new ArrayList<>();
            for (; at < tokens.size() && SIGNS.contains(tokens.get(at)); at += 2) {
                steps.add(new Step(tokens.get(at).equals("+"), operand(tokens, at + 1, true)));
            }
            alternatives.add(new Sum(first, steps));
        } while (at < tokens.size() && isElse(tokens.get(at++)));
        return new Expression(alternatives);
    }

    private static boolean isElse(String token) {
        if (!token.equals("else")) {
            throw new IllegalArgumentException(
                    "\"+\", \"-\" or \"else\" in place of " + token + ", with spaces around it");
        }
        return true;
    }

    private static Operand operand(List<String> tokens, int at, boolean second) {
        String token = at < tokens.size() ? tokens.get(at) : "";
        if (token.equals("null")) {
            return new Operand(null, NullNode.getInstance());
        }
        if (token.equals("true") || token.equals("false")) {
            return new Operand(null, BooleanNode.valueOf(token.equals("true")));
        }
        if (token.startsWith("'")) {
            String text = token.substring(1, token.length() - 1).replace("''", "'");
            return new Operand(null, TextNode.valueOf(text));
        }
        if (NUMBER.matcher(token).matches()) {
            return new Operand(null, DecimalNode.valueOf(new BigDecimal(token)));
        }
        if (second && Arithmetic.isDuration(token)) {
            return new Operand(null, TextNode.valueOf(token));
        }
        if (!NAME.matcher(token).matches() || token.equals("else") || token.equals("-")) {
            throw new IllegalArgumentException("a fact, a text in single quotes, a number, true, false or null"
                    + (at < tokens.size() ? " in place of " + token : " at the end"));
        }
        return new Operand(token, null);
    }

    /** Returns the expressions in the blanks of a text. */
    public static List<Expression> in(String text) {
        return text.contains("${")
                ? BLANK.matcher(text)
                        .results()
                        .map(blank -> read(blank.group(1)))
                        .toList()
                : List.of();
    }

    /** Returns the expression of a text that is exactly one blank; otherwise null. */
    public static @Nullable Expression alone(String text) {
        Matcher blank = BLANK.matcher(text);
        return blank.matches() ? read(blank.group(1)) : null;
    }

    /** Parses like {@link #of}; an invalid expression never has a value. */
    public static Expression read(String said) {
        try {
            return of(said);
        } catch (IllegalArgumentException told) {
            return NOTHING;
        }
    }

    /** Returns its value; null if it is absent or cannot be computed. */
    public @Nullable Object value(Facts facts) {
        for (Sum sum : alternatives) {
            Object value = sum.value(facts);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /** Returns the facts that it names. */
    public Stream<String> names() {
        return alternatives.stream().flatMap(Sum::names);
    }

    /** Whether one of its alternatives names only such facts. */
    public boolean canDoWith(Predicate<String> facts) {
        return alternatives.stream().anyMatch(sum -> sum.names().allMatch(facts));
    }
}
