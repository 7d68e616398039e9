package dev.sandbank.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spoils requests in one to four ways, the same for the same random numbers. A character stands for a byte. */
final class Mutation {

    private static final int LONGEST = 100_000;
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern LENGTH = Pattern.compile("Content-Length: \\d+");

    private static final List<String> NUMBERS =
            words("1e999999999 1e3000000 -1e-999999999 9223372036854775808 -1 0x7f NaN");
    private static final List<String> LENGTHS = words("0 1 99999 -1 x 999999999999999999999999999999");
    private static final List<String> SHORT =
            words("%00 %zz % %ff %0d%0a \0 \u00ff\u00fe \" \\ \\ud800 ' < { [ ${items} ../ %2e%2e/"
                    + " // ;x ? # & = , null true 9999-12-31 PT9223372036854775807S Basic_Og== sandbank_session_=");
    private static final List<String> FIELDS = List.of(
            "\r\n", "\n", "Expect: 100-continue\r\n", "Connection: Upgrade\r\n", "Transfer-Encoding: chunked\r\n");
    private static final List<String> LONG = List.of(
            "{\"n\":".repeat(900),
            "[".repeat(60_000),
            "a ".repeat(30_000) + "b",
            "9".repeat(5_000),
            "X: y\r\n".repeat(2_000));

    private final Random random;
    private final List<byte[]> requests;

    Mutation(Random random, List<byte[]> requests) {
        this.random = random;
        this.requests = requests;
    }

    /** One of the requests, spoilt. */
    byte[] next() {
        String text = any();
        for (int left = 1 + random.nextInt(4); left > 0; left--) {
            text = spoil(text);
        }
        return text.substring(0, Math.min(text.length(), LONGEST)).getBytes(StandardCharsets.ISO_8859_1);
    }

    private String any() {
        return new String(requests.get(random.nextInt(requests.size())), StandardCharsets.ISO_8859_1);
    }

    private String spoil(String text) {
        int from = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), from + random.nextInt(40));
        return switch (random.nextInt(11)) {
            case 0 -> flip(text);
            case 1 -> text.substring(0, from) + text.substring(to);
            case 2 ->
                text.substring(0, to) + text.substring(from, to).repeat(1 + random.nextInt(3)) + text.substring(to);
            case 3 -> text.substring(0, from) + tail(any());
            case 4, 5 -> text.substring(0, from) + token() + text.substring(from);
            case 6 -> one(NUMBER, text, pick(NUMBERS));
            case 7 -> one(LENGTH, text, "Content-Length: " + pick(LENGTHS));
            case 8 -> chunked(text);
            case 9 -> text + any();
            default -> text.substring(0, from);
        };
    }

    private String flip(String text) {
        if (text.isEmpty()) {
            return text;
        }
        StringBuilder flipped = new StringBuilder(text);
        int at = random.nextInt(text.length());
        flipped.setCharAt(at, (char) ((text.charAt(at) ^ (1 << random.nextInt(8))) & 0xff));
        return flipped.toString();
    }

    private String tail(String other) {
        return other.substring(random.nextInt(other.length() + 1));
    }

    /** Any one of the places that the pattern fits. */
    private String one(Pattern pattern, String text, String instead) {
        long places = pattern.matcher(text).results().count();
        long wanted = places == 0 ? 0 : random.nextInt((int) places);
        Matcher found = pattern.matcher(text);
        for (long i = 0; found.find(); i++) {
            if (i == wanted) {
                return text.substring(0, found.start()) + instead + text.substring(found.end());
            }
        }
        return text;
    }

    /** The content in chunks whose lengths are right, or not. */
    private String chunked(String text) {
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return text;
        }
        String content = text.substring(end + 4);
        int length = random.nextBoolean() ? content.length() : random.nextInt(1 << random.nextInt(31));
        String head = LENGTH.matcher(text.substring(0, end)).replaceFirst("Transfer-Encoding: chunked");
        return head + "\r\n\r\n" + Integer.toHexString(length) + "\r\n" + content + "\r\n0\r\n\r\n";
    }

    private String token() {
        return pick(random.nextInt(3) > 0 ? SHORT : random.nextBoolean() ? FIELDS : LONG);
    }

    private static List<String> words(String text) {
        return List.of(text.split(" ", -1));
    }

    private String pick(List<String> all) {
        return all.get(random.nextInt(all.size()));
    }
}
