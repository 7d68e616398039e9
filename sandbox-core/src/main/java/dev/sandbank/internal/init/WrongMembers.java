package dev.sandbank.internal.init;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds which members of the entries that a reply shows are not as described. */
final class WrongMembers {

    private static final Pattern LACKS = Pattern.compile("required property '([^']+)' not found");
    private static final Set<String> ENTRIES = Set.of("${entry}", "${items}");

    private WrongMembers() {}

    /**
     * @param reply it, as a dialect writes it
     * @param errors what is wrong with its content: each begins with its place, with dots between the steps
     */
    static Set<String> in(JsonNode reply, Collection<String> errors) {
        Set<String> members = new TreeSet<>();
        Optional<List<String>> place = entries(reply.path("body"));
        errors.forEach(error -> place.flatMap(steps -> member(steps, error)).ifPresent(members::add));
        return members;
    }

    private static Optional<String> member(List<String> place, String error) {
        List<String> steps = steps(error);
        boolean there =
                steps.size() > place.size() && steps.subList(0, place.size()).equals(place);
        return steps.stream()
                .skip(place.size())
                .filter(step -> there && !step.matches("[0-9]+"))
                .findFirst();
    }

    private static List<String> steps(String error) {
        List<String> steps = new ArrayList<>();
        Matcher lacks = LACKS.matcher(error);
        String place = error.startsWith("required property") ? "" : error.replaceFirst(" .*", "");
        Stream.of(place.split("\\.")).filter(step -> !step.isEmpty()).forEach(steps::add);
        if (lacks.find()) {
            steps.add(lacks.group(1));
        }
        return steps;
    }

    /** Returns the members that lead to the entries in a body. */
    private static Optional<List<String>> entries(JsonNode body) {
        if (ENTRIES.contains(body.asText())) {
            return Optional.of(List.of());
        }
        for (Map.Entry<String, JsonNode> member : body.properties()) {
            Optional<List<String>> inner = entries(member.getValue());
            if (inner.isPresent()) {
                return inner.map(steps -> Stream.concat(Stream.of(member.getKey()), steps.stream())
                        .toList());
            }
        }
        return Optional.empty();
    }
}
