package dev.sandbank.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How an input is written down, so that long ones and encoded ones stay short and readable.
 *
 * <ul>
 *   <li>{@code <<ab*3>>} is {@code ababab}
 *   <li>{@code [[text]]} is the text in base64url, as the parts of a JSON Web Token are
 *   <li>{@code {name}} is a value of the moment, such as a token that is good
 * </ul>
 *
 * <p>A character stands for a byte.
 */
final class Notation {

    private static final Pattern REPEATED = Pattern.compile("<<([^<>*]{1,60})\\*(\\d{1,6})>>");
    private static final Pattern ENCODED = Pattern.compile("\\[\\[(.{0,2000}?)]]", Pattern.DOTALL);

    /** What is longer takes the fuzzer's time and shows nothing new: the bank refuses it unread. */
    private static final int LONGEST = 512 * 1024;

    private Notation() {}

    /** The input written out. */
    static String read(byte[] input, Map<String, String> values) {
        String text = new String(input, StandardCharsets.ISO_8859_1);
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("{" + value.getKey() + "}", value.getValue());
        }
        String encoded = ENCODED.matcher(text).replaceAll(found -> encode(found.group(1)));
        String whole = REPEATED.matcher(encoded).replaceAll(Notation::repeat);
        return whole.substring(0, Math.min(whole.length(), LONGEST));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(text));
    }

    private static String repeat(MatchResult found) {
        String text = found.group(1);
        int times = Math.min(Integer.parseInt(found.group(2)), LONGEST / text.length());
        return text.repeat(times).replace("\\", "\\\\").replace("$", "\\$");
    }
}
