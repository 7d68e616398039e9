package dev.sandbank.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The ways in which the name of a secret can be written. */
final class Spellings {

    private Spellings() {}

    static List<String> json(String name, String secret, String number) {
        List<String> texts = new ArrayList<>();
        for (String spelt :
                List.of(name, escaped(name, 1), escaped(name, name.length()), name.toUpperCase(Locale.ROOT))) {
            for (String value :
                    List.of('"' + secret + '"', number, "[\"" + secret + "\"]", "{\"a\": [\"" + secret + "\"]}")) {
                String member = "\"" + spelt + "\" : " + value;
                texts.add("{" + member + "}");
                texts.add(" [ {\"a\": 1, \"b\": {" + member + "}}]");
                texts.add("{\"scope\": {" + member + ", \"type\": 2}");
                texts.add("{\"memo\": \""
                        + ("{" + member + "}").replace("\\", "\\\\").replace("\"", "\\\"") + "\"}");
            }
        }
        return texts;
    }

    private static String escaped(String name, int characters) {
        String escaped =
                name.chars().limit(characters).mapToObj("\\u%04x"::formatted).collect(Collectors.joining());
        return escaped + name.substring(characters);
    }

    static String percent(String name, int characters) {
        String escaped =
                name.chars().limit(characters).mapToObj("%%%02x"::formatted).collect(Collectors.joining());
        return escaped + name.substring(characters);
    }
}
