package dev.sandbank.internal.init;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The stem of an English word, by which {@code cancel}, {@code cancelled} and {@code cancellation} are the same. */
final class WordStem {

    private static final Pattern ENDING =
            Pattern.compile("(ications?|ations?|ements?|ments?|ances?|als?|uring|ured|ures?"
                    + "|ating|ated|ates?|ings?|ions?|ied|ies|ed|es|e|s|y)$");
    private static final int SHORTEST = 3;

    /** What an action leads to if no state has its own word. */
    private static final Map<String, Set<String>> OUTCOMES = Map.ofEntries(
            Map.entry("deactiv", Set.of("inactiv", "disabl")),
            Map.entry("disabl", Set.of("disabl", "inactiv")),
            Map.entry("enabl", Set.of("enabl", "activ")),
            Map.entry("activ", Set.of("activ", "enabl")),
            Map.entry("reactiv", Set.of("activ")),
            Map.entry("resum", Set.of("activ", "open")),
            Map.entry("unblock", Set.of("activ")),
            Map.entry("unlock", Set.of("activ", "open")),
            Map.entry("unfrees", Set.of("activ", "open")),
            Map.entry("frees", Set.of("frosen", "suspend", "block")),
            Map.entry("reopen", Set.of("open")),
            Map.entry("pay", Set.of("paid")),
            Map.entry("hold", Set.of("held")),
            Map.entry("send", Set.of("sent")),
            Map.entry("withdraw", Set.of("withdrawn")),
            Map.entry("commit", Set.of("complet", "execut")),
            Map.entry("execut", Set.of("complet", "process")),
            Map.entry("delet", Set.of("clos", "remov")),
            Map.entry("cancel", Set.of("void")),
            Map.entry("void", Set.of("cancel")),
            Map.entry("abort", Set.of("cancel")));

    private WordStem() {}

    static String of(String word) {
        String bare = ENDING.matcher(word).replaceFirst("");
        String stem = bare.length() < SHORTEST ? word : bare;
        int last = stem.length() - 1;
        boolean twice = last > SHORTEST - 1 && stem.charAt(last) == stem.charAt(last - 1);
        return (twice ? stem.substring(0, last) : stem).replace('z', 's');
    }

    static List<String> all(String name) {
        return Words.of(name).stream().map(WordStem::of).toList();
    }

    /** Whether an action with one stem leads to what has the other. */
    static boolean leadsTo(String action, String outcome) {
        return action.equals(outcome) || OUTCOMES.getOrDefault(action, Set.of()).contains(outcome);
    }
}
