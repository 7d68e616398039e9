package dev.sandbank.internal.journal;

import dev.sandbank.internal.text.UrlEncoded;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes the secrets out of what is kept or shown: four characters of each stay, so that two can be told apart.
 *
 * <p>It goes by structure. A JSON text, a form, the parts of a multipart content and the fields of a page are read, their names
 * decoded; what cannot be read is left out.
 */
public final class Redaction {

    /** For what is said anywhere else. */
    static final Redaction ELSEWHERE = new Redaction(Secrecy.ELSEWHERE, 0);

    private static final int KEPT = 4;
    private static final int SHORTEST_TELLING = 12;
    private static final int DEEPEST = 4;
    private static final Pattern FIELD = Pattern.compile("<[a-z]+\\b[^>]*\\bvalue=[^>]*(?:>|$)");
    private static final Pattern NAME = Pattern.compile("\\bname=\"([^\"]*)\"");
    private static final Pattern VALUE = Pattern.compile("(\\bvalue=\")([^\"]*)");
    private static final Pattern LINK = Pattern.compile("\\w+://[^\\s<>\"']*[?#][^\\s<>\"']*");
    private static final Pattern DELIMITER = Pattern.compile("[?#&;]");
    private static final Pattern STRUCTURED = Pattern.compile("[\"{<:\\u0000\\uFEFF]");
    /** The schemes whose name is no secret; a word in their place may be the credential itself. */
    private static final Pattern SCHEME = Pattern.compile("(?i:basic|bearer|digest|dpop|negotiate|token)");

    private final Secrecy secrecy;
    private final int depth;

    private Redaction(Secrecy secrecy, int depth) {
        this.secrecy = secrecy;
        this.depth = depth;
    }

    /**
     * For what is said at the token server.
     *
     * @param declared the names that its grants declare, and whether each is secret
     */
    static Redaction tokenServer(Map<String, Boolean> declared) {
        return new Redaction(new Secrecy(true, declared), 0);
    }

    /**
     * For what is said at the guarded API.
     *
     * @param secrets names whose values are credentials
     */
    static Redaction api(Set<String> secrets) {
        return secrets.isEmpty()
                ? ELSEWHERE
                : new Redaction(
                        new Secrecy(false, secrets.stream().collect(Collectors.toMap(name -> name, name -> true))), 0);
    }

    /** Shortens one secret. */
    public static String shorten(String secret) {
        return secret.length() < SHORTEST_TELLING ? "…" : secret.substring(0, KEPT) + "…";
    }

    /** A target or form of the guarded API with its secret parameters shortened, however their names are escaped. */
    public static String form(String text) {
        return ELSEWHERE.parameters(text, true);
    }

    /** A JSON text of the guarded API with its secret members shortened. */
    public static String json(String text) {
        return ELSEWHERE.content(text);
    }

    /** The value of a header field, shortened if the field carries a credential. */
    public static String header(String name, String value) {
        if (Headers.carriesUrl(name)) {
            return ELSEWHERE.parameters(value, true);
        }
        return Headers.looksSecret(name) ? credential(value) : value;
    }

    static String credential(String value) {
        int space = value.indexOf(' ');
        return space < 0 || !SCHEME.matcher(value.substring(0, space)).matches()
                ? shorten(value)
                : value.substring(0, space + 1) + shorten(value.substring(space + 1));
    }

    /** A target: its path as it is, its parameters without their secrets. */
    String target(String text) {
        return parameters(text, true);
    }

    /** A content, whatever it says of its type. */
    String content(String text) {
        String start = text.stripLeading();
        if (start.isEmpty()) {
            return text;
        }
        return switch (start.charAt(0)) {
            case '{', '[' -> JsonSecrets.hide(text, this);
            case '<' -> page(text);
            case '-' -> start.startsWith("--") ? PartSecrets.hide(start, this) : plain(text);
            default -> text.indexOf('=') < 0 ? plain(text) : parameters(text, false);
        };
    }

    boolean hides(String name) {
        return secrecy.hidesMember(name);
    }

    /** Whether a value without any name is hidden. */
    boolean hidesNameless() {
        return secrecy.atTokenServer();
    }

    /** A value whose name is harmless may itself be a URL, a form or a JSON text. */
    String value(String text) {
        boolean json = text.startsWith("{") || text.startsWith("[");
        boolean assigns = text.indexOf('=') >= 0;
        boolean delimits = DELIMITER.matcher(text).find();
        boolean parameters = hidesNameless() ? assigns || delimits : assigns && delimits;
        if (!json && !parameters) {
            return text;
        }
        if (depth == DEEPEST) {
            return shorten(text);
        }
        Redaction inner = new Redaction(secrecy, depth + 1);
        return json ? inner.content(text) : inner.parameters(text, true);
    }

    private String plain(String text) {
        return hidesNameless() || STRUCTURED.matcher(text).find() ? shorten(text) : text;
    }

    /** Only our own pages are read; the values of their fields, and the addresses that they show, come from callers. */
    private String page(String text) {
        if (!text.stripLeading().regionMatches(true, 0, "<!doctype html", 0, 14)) {
            return shorten(text);
        }
        String shown = FIELD.matcher(text).replaceAll(field -> Matcher.quoteReplacement(pageField(field.group())));
        return LINK.matcher(shown).replaceAll(link -> Matcher.quoteReplacement(value(link.group())));
    }

    private String pageField(String field) {
        Matcher name = NAME.matcher(field);
        return name.find() && !secrecy.hidesParameter(name.group(1))
                ? field
                : VALUE.matcher(field)
                        .replaceAll(value -> Matcher.quoteReplacement(value.group(1) + shorten(value.group(2))));
    }

    private String parameters(String text, boolean afterPath) {
        List<String> safe = new ArrayList<>();
        for (String pair : text.split("&", -1)) {
            safe.add(parameter(pair, afterPath && safe.isEmpty()));
        }
        return String.join("&", safe);
    }

    private String parameter(String pair, boolean afterPath) {
        int equals = pair.indexOf('=');
        if (equals < 0) {
            return bare(pair, afterPath);
        }
        String before = pair.substring(0, equals);
        String name = afterPath ? before.substring(endOfPath(before)) : before;
        String value = pair.substring(equals + 1);
        String start = before.substring(0, before.length() - name.length());
        String safeName = STRUCTURED.matcher(name).find() ? shorten(name) : name;
        return start + safeName + '=' + (secrecy.hidesParameter(name) ? shorten(value) : escaped(value));
    }

    /** A word without a value: in a path it is no parameter, in a form it may be a credential as a whole. */
    private String bare(String word, boolean path) {
        boolean telling = path && depth == 0 && !word.contains("?");
        boolean named = secrecy.hidesMember(word)
                && (hidesNameless() || STRUCTURED.matcher(word).find());
        return telling || word.isEmpty() || !named ? word : shortenedAfterPath(word, path);
    }

    private static String shortenedAfterPath(String word, boolean path) {
        int start = path ? endOfPath(word) : 0;
        return start == word.length() ? word : word.substring(0, start) + shorten(word.substring(start));
    }

    private static int endOfPath(String text) {
        return Math.max(text.lastIndexOf('?'), Math.max(text.lastIndexOf('#'), text.lastIndexOf(';'))) + 1;
    }

    /** The value as it is if there is no secret in it, else decoded. */
    private String escaped(String value) {
        try {
            String decoded = UrlEncoded.decode(value);
            String safe = value(decoded);
            return safe.equals(decoded) ? value : safe;
        } catch (IllegalArgumentException garbled) {
            return hidesNameless() ? shorten(value) : value(value);
        }
    }

    /** A multipart content (RFC 7578) without its secrets: a part is hidden if its name, decoded, is none that is harmless. */
    private static final class PartSecrets {

        /** As RFC 2046 §5.1.1 has it, but for what also stands in forms. */
        private static final Pattern DELIMITER = Pattern.compile("--[\\w'()+,./:?-]{1,70}");

        private static final Pattern LINE = Pattern.compile("\r?\n");
        private static final Pattern BLANK_LINE = Pattern.compile("\r?\n\r?\n");
        private static final Pattern HARMLESS_HEADER =
                Pattern.compile("(?i)content-(?:disposition|type|length)\\s*:.*");
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
            List<String> names =
                    NAME.matcher(head).results().map(PartSecrets::name).toList();
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
                boolean telling =
                        line.isEmpty() || HARMLESS_HEADER.matcher(line).matches();
                safe.add(telling ? line : line.substring(0, colon + 1) + "…");
            }
            return String.join("\r\n", safe);
        }
    }
}
