package dev.sandbank.internal.init;

import dev.sandbank.internal.init.sample.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A call whose path ends with what it does, and whose content says to which entry: {@code POST /wallet/get} with a
 * {@code wallet_id} reads a wallet.
 *
 * @param method the method that has this meaning where paths name entries; {@code QUERY} if it asks for several by
 * their ids
 * @param levels the entries that path and content name
 */
record RemoteProcedure(String method, PathLevels levels) {

    static final String QUERY = "QUERY";

    private static final Map<String, String> METHODS = methods();

    private static final String ACTION = "ACTION";

    /** Where banks put what only their sandboxes have. */
    private static final Pattern ASIDE = Pattern.compile("^(/(sandbox|beta|test))+(?=/)|/v[0-9]+([._][0-9]+)*$");

    private static final Set<String> LISTS = Set.of("list", "search", "find");
    private static final Set<String> SEVERAL = Set.of("batch", "bulk", "mget");
    private static final Set<String> IDS = Set.of("id", "uuid", "guid", "sid");

    private static Map<String, String> methods() {
        Map<String, List<String>> words = Map.of(
                "GET", List.of("get", "fetch", "retrieve", "read", "list", "search", "find"),
                "POST", List.of("create", "add", "register", "open", "insert", "execute", "initiate", "submit"),
                "PATCH", List.of("update", "change", "modify", "edit"),
                "DELETE", List.of("remove", "delete", "unregister"));
        return words.entrySet().stream()
                .flatMap(kind -> kind.getValue().stream().map(word -> Map.entry(word, kind.getKey())))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Recognises one.
     *
     * @param sent the method that it is sent by
     * @param levels what the path alone says
     * @param content the content, as its schema has it
     */
    static Optional<RemoteProcedure> of(String sent, PathLevels levels, Shape content) {
        List<String> does = Words.of(levels.tail());
        String nouns = ASIDE.matcher(levels.key().replaceFirst("/[^/]*$", "")).replaceAll("");
        if (!sent.equals("POST") || does.isEmpty() || nouns.isEmpty() || nouns.endsWith("{}")) {
            return Optional.empty();
        }
        String last = nouns.substring(nouns.lastIndexOf('/') + 1);
        if (SEVERAL.contains(does.get(0))) {
            boolean reads = does.size() == 1 || "GET".equals(METHODS.get(does.get(1)));
            return reads && does.size() < 3 && !PathLevels.isVersion(last)
                    ? Optional.of(new RemoteProcedure(QUERY, new PathLevels(levels.levels(), last, nouns)))
                    : Optional.empty();
        }
        boolean alone = does.size() == 1 || does.get(1).equals("by");
        boolean noun = !METHODS.containsKey(does.get(0))
                && !Words.singular(levels.tail()).equals(levels.tail());
        String method = alone ? METHODS.getOrDefault(does.get(0), ACTION) : ACTION;
        return noun || PathLevels.isVersion(last)
                ? Optional.empty()
                : of(method, levels.tail(), new PathLevels(levels.levels(), last, nouns), content);
    }

    private static Optional<RemoteProcedure> of(String method, String word, PathLevels base, Shape content) {
        boolean several = LISTS.contains(word);
        Optional<String> id =
                several || method.equals("POST") ? Optional.empty() : id(base.key(), content, !method.equals(ACTION));
        if (id.isEmpty()) {
            return method.equals("GET") || method.equals("POST")
                    ? Optional.of(new RemoteProcedure(method, base))
                    : Optional.empty();
        }
        List<PathLevels.Level> levels = new ArrayList<>(base.levels());
        levels.add(new PathLevels.Level(base.tail(), base.key(), id.get(), "body"));
        boolean acts = method.equals(ACTION);
        return Optional.of(new RemoteProcedure(
                acts ? "POST" : method,
                new PathLevels(List.copyOf(levels), acts ? word : "", base.key() + (acts ? "/{}/" + word : "/{}"))));
    }

    /**
     * Returns the member of the content that names the entry.
     *
     * @param orTheOnly whether the only id will do if none is called after the path
     */
    private static Optional<String> id(String nouns, Shape content, boolean orTheOnly) {
        Set<String> path = words(nouns);
        String noun = Words.singular(last(nouns.substring(nouns.lastIndexOf('/') + 1)));
        List<String> named = Stream.concat(content.required().stream(), content.properties().keySet().stream())
                .distinct()
                .filter(name -> Literals.isFact(name) && content.properties().containsKey(name))
                .toList();
        List<String> ids = named.stream()
                .filter(name -> IDS.contains(last(name)) && content.required().contains(name))
                .filter(name -> path.containsAll(words(Words.ofParameter(name)))
                        || last(name).equals(name)
                        || words(Words.ofParameter(name)).contains(noun))
                .toList();
        return named.stream()
                .filter(name -> last(name).equals("token") || IDS.contains(last(name)))
                .filter(name -> words(Words.ofParameter(name)).equals(path)
                        || words(name).equals(path))
                .findFirst()
                .or(() -> ids.stream()
                        .filter(name -> words(Words.ofParameter(name)).contains(noun))
                        .findFirst())
                .or(() -> orTheOnly && ids.size() == 1 ? Optional.of(ids.get(0)) : Optional.empty());
    }

    private static Set<String> words(String name) {
        return Words.of(name).stream().map(Words::singular).collect(Collectors.toCollection(HashSet::new));
    }

    private static String last(String name) {
        List<String> words = Words.of(name);
        return words.isEmpty() ? "" : words.get(words.size() - 1);
    }
}
