package dev.sandbank.internal.init;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of names in descriptions, whatever their style: {@code account_id}, {@code AccountId}, {@code account-id}. */
final class Words {

    private static final Pattern WORD = Pattern.compile("[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+");

    private static final Pattern PLURAL = Pattern.compile("(.+?)(ies|sses|xes|ches|shes|s)");

    private static final Set<String> IDS = Set.of("id", "ids", "uuid", "guid", "sid", "token", "key");

    private Words() {}

    static List<String> of(String name) {
        return WORD.matcher(name)
                .results()
                .map(word -> word.group().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Returns a name without its style: two names of the same words are equal in this form. */
    static String plain(String name) {
        return String.join("", of(name));
    }

    /** Returns a name in camel case that facts and collections can have. */
    static String camel(String name) {
        StringBuilder camel = new StringBuilder();
        for (String word : of(name)) {
            camel.append(camel.isEmpty() ? word : capital(word));
        }
        return camel.isEmpty() || Character.isDigit(camel.charAt(0))
                ? camel.insert(0, "the").toString()
                : camel.toString();
    }

    /** Returns what a parameter such as {@code account_id} names: {@code account}. */
    static String ofParameter(String name) {
        List<String> words = of(name);
        boolean id = words.size() > 1 && IDS.contains(words.get(words.size() - 1));
        return camel(String.join("-", id ? words.subList(0, words.size() - 1) : words));
    }

    static String capital(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** Returns the singular of an English noun, as far as its ending tells. */
    static String singular(String noun) {
        Matcher ending = PLURAL.matcher(noun);
        if (!ending.matches() || noun.endsWith("ss") || noun.endsWith("us")) {
            return noun;
        }
        return switch (ending.group(2)) {
            case "ies" -> ending.group(1) + "y";
            case "sses", "xes", "ches", "shes" -> noun.substring(0, noun.length() - 2);
            default -> ending.group(1);
        };
    }
}
