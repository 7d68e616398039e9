package dev.sandbank.signin;

import java.util.List;
import java.util.Locale;

/** Some letters at some place of a URI, before the letter there or instead of it (none take it away), or its other case. */
record UriChange(int place, String letters, Way way) {

    /** Letters that mean something in a URI, or to somebody who reads it carelessly. */
    static final List<String> TELLING = List.of(
            "",
            "/",
            "//",
            "?",
            "&x=1",
            "#",
            "#x",
            "@",
            "ada@",
            "@evil.example",
            ":",
            ":80",
            ":65536",
            ".",
            "..",
            "/../",
            "%2F",
            "%63",
            "\\",
            " ",
            "\t",
            "\n",
            "\u0000",
            ";",
            ",",
            "*",
            "A",
            "a",
            "s",
            ".evil.example",
            "evil.example/",
            "\u00e9",
            "\uff0e",
            "http://evil.example/");

    /** What is done to the letter at the place. */
    enum Way {
        PRECEDED,
        REPLACED,
        OTHER_CASE
    }

    /** Where one part of a URI ends and the next one begins. */
    enum Seam {
        BEGIN,
        HOST,
        PATH,
        END;

        int in(String uri) {
            int host = uri.contains("://") ? uri.indexOf("://") + 3 : uri.indexOf(':') + 1;
            return switch (this) {
                case BEGIN -> 0;
                case HOST -> host;
                case PATH -> uri.indexOf('/', host);
                case END -> uri.length();
            };
        }
    }

    String of(String uri) {
        int at = place % (uri.length() + 1);
        String letter = uri.substring(at, Math.min(at + 1, uri.length()));
        String there = switch (way) {
            case PRECEDED -> letters + letter;
            case REPLACED -> letters;
            case OTHER_CASE -> otherCase(letter);
        };
        return uri.substring(0, at) + there + uri.substring(at + letter.length());
    }

    private static String otherCase(String letter) {
        String upper = letter.toUpperCase(Locale.ROOT);
        return letter.equals(upper) ? letter.toLowerCase(Locale.ROOT) : upper;
    }
}
