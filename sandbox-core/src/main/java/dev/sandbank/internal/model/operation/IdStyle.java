package dev.sandbank.internal.model.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The format of a bank's ids: a prefix and a number of lower-case letters and digits ({@code acct-8}), or character
 * classes with counts and separators ({@code [A-Z]{2}-[0-9]{6}}).
 *
 * @param pieces its parts, in order
 */
public record IdStyle(List<Piece> pieces) {

    public static final String UUID = "uuid";
    public static final String INTEGER = "integer";

    /** The longest id that a fixture can have. */
    public static final int LONGEST = 128;

    private static final String USUAL = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final Pattern PREFIX = Pattern.compile("([-_.A-Za-z0-9]*[-_])([0-9]+)");
    private static final Pattern PIECE = Pattern.compile("\\[([^]]*)](?:\\{([0-9]+)})?|([^\\[]+)");

    public IdStyle {
        pieces = List.copyOf(pieces);
    }

    /**
     * A part of an id.
     *
     * @param text the characters to draw from, or the literal text
     * @param count how many to draw; 0 for the literal text
     */
    public record Piece(String text, int count) {

        private static Piece ofClass(String ranges, String count) {
            StringBuilder characters = new StringBuilder();
            for (int at = 0; at < ranges.length(); at++) {
                boolean range = at + 2 < ranges.length() && ranges.charAt(at + 1) == '-';
                char last = ranges.charAt(range ? at + 2 : at);
                for (char each = ranges.charAt(at); each <= last; each++) {
                    characters.append(each);
                }
                at += range ? 2 : 0;
            }
            return new Piece(characters.toString(), count == null ? 1 : Integer.parseInt(count));
        }
    }

    /** Whether ids are made another way: drawn at random, counted, or given by a call. */
    public static boolean isOther(String said) {
        return said.equals(UUID) || said.equals(INTEGER) || said.contains("${");
    }

    public static IdStyle of(String said) {
        Matcher prefix = PREFIX.matcher(said);
        if (prefix.matches()) {
            return new IdStyle(
                    List.of(new Piece(prefix.group(1), 0), new Piece(USUAL, Integer.parseInt(prefix.group(2)))));
        }
        List<Piece> pieces = new ArrayList<>();
        for (Matcher piece = PIECE.matcher(said); piece.find(); ) {
            pieces.add(
                    piece.group(1) == null
                            ? new Piece(piece.group(3), 0)
                            : Piece.ofClass(piece.group(1), piece.group(2)));
        }
        return new IdStyle(pieces);
    }

    /** Whether the format is possible: no class is empty, and ids are not too long. */
    public boolean isPossible() {
        return pieces.stream().noneMatch(piece -> piece.text.isEmpty())
                && pieces.stream().mapToInt(piece -> Math.max(piece.count, 1)).sum() < LONGEST;
    }

    /**
     * Makes an id.
     *
     * @param draw returns a number of characters from an alphabet
     * @param longer how many more characters than usual, once shorter ids are used up
     */
    public String make(BiFunction<String, Integer, String> draw, int longer) {
        StringBuilder id = new StringBuilder();
        pieces.forEach(piece -> id.append(piece.count == 0 ? piece.text : draw.apply(piece.text, piece.count)));
        Piece last = pieces.get(pieces.size() - 1);
        return id.append(longer == 0 ? "" : draw.apply(last.count == 0 ? USUAL : last.text, longer))
                .toString();
    }
}
