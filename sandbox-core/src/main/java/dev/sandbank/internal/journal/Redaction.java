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
 * Removes the secrets from what is kept or shown: four characters of each remain, so that two can be told apart.
 *
 * <p>It works on the structure: it parses JSON, forms, the parts of multipart content and the fields of a page, and
 * decodes their names. It leaves out what it cannot parse.
 */
public final class Redaction {

    /** For text from anywhere else. */
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
    /** The schemes whose names are not secret; any other word in their place may be the credential itself. */
    private static final Pattern SCHEME = Pattern.compile("(?i:basic|bearer|digest|dpop|negotiate|token)");

    private final Secrecy secrecy;
    private final int depth;

    private Redaction(Secrecy secrecy, int depth) {
        this.secrecy = secrecy;
        this.depth = depth;
    }

    /**
     * Returns the redaction for calls to the token server.
     *
     * @param declared the names that its grants declare, and whether each is secret
     */
    static Redaction tokenServer(Map<String, Boolean> declared) {
        return new Redaction(new Secrecy(true, declared), 0);
    }

    /**
     * Returns the redaction for calls to the guarded API.
     *
     * @param secrets names whose values are credentials
     */
    static Redaction api(Set<String> secrets) {
        return secrets.isEmpty()
                ? ELSEWHERE
                : new Redaction(
                        new Secrecy(false, secrets.stream().collect(Collectors.toMap(name -> name, name -> true))), 0);
    }

    public static boolean isSecret(String name) {
        return Secrecy.looksSecret(name);
    }

    /** Shortens one secret. */
    public static String shorten(String secret) {
        return secret.length() < SHORTEST_TELLING ? "…" : secret.substring(0, KEPT) + "…";
    }

    /**
     * Returns a target or form of the guarded API with its secret parameters shortened, even if their names are
     * escaped.
     */
    public static String form(String text) {
        return ELSEWHERE.parameters(text, true);
    }

    /** Returns a JSON text of the guarded API with its secret members shortened. */
    public static String json(String text) {
        return ELSEWHERE.content(text);
    }

    /** Returns the value of a header field, shortened if the field contains a credential. */
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

    /** Returns a target with its path as it is and its parameters without their secrets. */
    String target(String text) {
        return parameters(text, true);
    }

    /** Returns content without its secrets, whatever its content type is. */
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

    /** Whether values without names are hidden. */
    boolean hidesNameless() {
        return secrecy.atTokenServer();
    }

    /** Returns a value whose name is harmless; it may itself be a URL, a form or a JSON text. */
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

    /**
     * Returns a page of the token server without its secrets: the values of its fields and the addresses in it come
     * from callers.
     */
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

    /**
     * Returns a word without a value: in a path it is not a parameter, in a form the whole word may be a credential.
     */
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

    /** Returns the value unchanged if it contains no secret, otherwise decoded. */
    private String escaped(String value) {
        try {
            String decoded = UrlEncoded.decode(value);
            String safe = value(decoded);
            return safe.equals(decoded) ? value : safe;
        } catch (IllegalArgumentException garbled) {
            return hidesNameless() ? shorten(value) : value(value);
        }
    }

    /**
     * Hides the secrets in multipart content (RFC 7578): it hides a part unless its decoded name is known to be
     * harmless.
     */
    private static final class PartSecrets {

        /** A delimiter as in RFC 2046 §5.1.1, except for characters that also occur in forms. */
        private static final Pattern DELIMITER = Pattern.compile("--[\\w'()+,./:?-]{1,70}");

        private static final Pattern LINE = Pattern.compile("\r?\n");
        private static final Pattern BLANK_LINE = Pattern.compile("\r?\n\r?\n");
        private static final Pattern HARMLESS_HEADER =
                Pattern.compile("(?i)content-(?:disposition|type|length)\\s*:.*");
        private static final Pattern NAME = Pattern.compile(
                "(?i)[;\\s]name\\s*=\\s*(?:\"([^\"]*)\"|([^\";\\s]+))|[;\\s]name\\*\\s*=\\s*[^']*'[^']*'([^;\\s]+)");

        private PartSecrets() {}

        /** Returns the content without its secrets; its first line is the delimiter. */
        static String hide(String text, Redaction redaction) {
            String delimiter = LINE.split(text, 2)[0].stripTrailing();
            List<String> safe = new ArrayList<>();
            for (String part : text.split(Pattern.quote(delimiter), -1)) {
                safe.add(part.isBlank() || part.strip().equals("--") ? part : part(part, redaction));
            }
            return String.join(shown(delimiter, redaction), safe);
        }

        /** Returns the delimiter, or redacts it, because a form or a credential can begin like one. */
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

        /** Whether to hide a part: one without a name, or one with several names if any of them is to be hidden. */
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
