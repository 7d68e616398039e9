package dev.sandbank.internal.journal;

import dev.sandbank.internal.model.UrlEncoded;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A multipart content (RFC 7578) without its secrets: a part is hidden if its name, decoded, is none that is harmless. */
final class PartSecrets {

    /** As RFC 2046 §5.1.1 has it, but for what also stands in forms. */
    private static final Pattern DELIMITER = Pattern.compile("--[\\w'()+,./:?-]{1,70}");

    private static final Pattern LINE = Pattern.compile("\r?\n");
    private static final Pattern BLANK_LINE = Pattern.compile("\r?\n\r?\n");
    private static final Pattern HARMLESS_HEADER = Pattern.compile("(?i)content-(?:disposition|type|length)\\s*:.*");
    private static final Pattern NAME = Pattern.compile(
            "(?i)[;\\s]name\\s*=\\s*(?:\"([^\"]*)\"|([^\";\\s]+))|[;\\s]name\\*\\s*=\\s*[^']*'[^']*'([^;\\s]+)");

    private PartSecrets() {}

    /** The first line of a multipart content is its delimiter. */
    static String hide(String text, Redaction redaction) {
        String delimiter = LINE.split(text, 2)[0].stripTrailing();
        List<String> safe = new ArrayList<>();
        for (String part : text.split(Pattern.quote(delimiter), -1)) {
            safe.add(part.isBlank() || part.strip().equals("--") ? part : part(part, redaction));
        }
        return String.join(shown(delimiter, redaction), safe);
    }

    /** What begins like a delimiter may be a form or a credential. */
    private static String shown(String delimiter, Redaction redaction) {
        boolean known =
                !redaction.hidesNameless() && DELIMITER.matcher(delimiter).matches();
        return known ? delimiter : Redaction.shorten(delimiter);
    }

    private static String part(String part, Redaction redaction) {
        Matcher blank = BLANK_LINE.matcher(part);
        if (!blank.find()) {
            return "…";
        }
        String head = part.substring(0, blank.start());
        String value = part.substring(blank.end()).stripTrailing();
        String end = part.substring(blank.end() + value.length());
        String kept = isHidden(head, redaction) ? Redaction.shorten(value) : redaction.value(value);
        return head(head) + blank.group() + kept + end;
    }

    /** A part without a name is hidden, and one of several names if any of them is to be. */
    private static boolean isHidden(String head, Redaction redaction) {
        List<String> names = NAME.matcher(head).results().map(PartSecrets::name).toList();
        return names.isEmpty() || names.stream().anyMatch(redaction::hides);
    }

    private static String name(MatchResult name) {
        return name.group(1) != null ? name.group(1) : decoded(name.group(2), name.group(3));
    }

    private static String decoded(@Nullable String token, @Nullable String extended) {
        try {
            return token != null ? token : UrlEncoded.decode(Objects.requireNonNull(extended));
        } catch (IllegalArgumentException garbled) {
            return "";
        }
    }

    private static String head(String head) {
        List<String> safe = new ArrayList<>();
        for (String line : LINE.split(head, -1)) {
            int colon = line.indexOf(':');
            boolean telling = line.isEmpty() || HARMLESS_HEADER.matcher(line).matches();
            safe.add(telling ? line : line.substring(0, colon + 1) + "…");
        }
        return String.join("\r\n", safe);
    }
}
