package dev.sandbank.internal.init;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.init.sample.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A parameter that bounds a day, a moment or an amount of entries, such as {@code fromDate} or {@code amount_max}.
 *
 * @param member the member of entries
 * @param operator {@code from}, {@code to}, {@code moreThan} or {@code lessThan}
 */
record Bound(String member, String operator) {

    private static final Map<String, String> OPERATORS = Map.ofEntries(
            Map.entry("from", "from"),
            Map.entry("since", "from"),
            Map.entry("start", "from"),
            Map.entry("min", "from"),
            Map.entry("minimum", "from"),
            Map.entry("gte", "from"),
            Map.entry("ge", "from"),
            Map.entry("lower", "from"),
            Map.entry("earliest", "from"),
            Map.entry("oldest", "from"),
            Map.entry("after", "moreThan"),
            Map.entry("gt", "moreThan"),
            Map.entry("to", "to"),
            Map.entry("until", "to"),
            Map.entry("end", "to"),
            Map.entry("max", "to"),
            Map.entry("maximum", "to"),
            Map.entry("lte", "to"),
            Map.entry("le", "to"),
            Map.entry("upper", "to"),
            Map.entry("latest", "to"),
            Map.entry("newest", "to"),
            Map.entry("before", "lessThan"),
            Map.entry("lt", "lessThan"));
    private static final Set<String> FILLERS = Set.of("bound", "on", "inclusive", "range", "filter");
    private static final Set<String> TIMES = Set.of("date", "time", "datetime", "timestamp", "at", "on");
    /** What alone is about a time, even if the schema has no format for it. */
    private static final Set<String> OF_TIME = Set.of("since", "until");

    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}.*");
    private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,18}([.][0-9]{1,8})?");

    /** The members that a bound without a name of its own is about, the likeliest first. */
    private static final List<String> USUAL = List.of(
            "date",
            "bookingdate",
            "bookingdatetime",
            "transactiondate",
            "postingdate",
            "postingdatetime",
            "createdat",
            "created",
            "createddate",
            "createdtime",
            "creationdate",
            "creationdatetime",
            "datecreated",
            "timestamp",
            "effectivedate",
            "valuedate");

    /**
     * @param parameter the name of the parameter
     * @param shape its schema
     * @param entry an entry of the list
     */
    static Optional<Bound> of(String parameter, Shape shape, JsonNode entry) {
        List<String> words = Words.of(parameter);
        Optional<String> operator = words.stream()
                .filter(OPERATORS::containsKey)
                .map(OPERATORS::get)
                .findFirst();
        List<String> rest = words.stream()
                .filter(word -> !OPERATORS.containsKey(word) && !FILLERS.contains(word))
                .toList();
        boolean ofTime = shape.keywords().path("format").asText().startsWith("date")
                || rest.stream().anyMatch(TIMES::contains)
                || DAY.matcher(shape.keywords().path("examples").path(0).asText())
                        .matches()
                || (words.size() == 1
                        && OF_TIME.contains(words.get(0))
                        && shape.type().equals("string"));
        boolean number = shape.type().equals("integer") || shape.type().equals("number");
        return operator.flatMap(known -> member(String.join("", rest), ofTime, entry)
                .filter(member ->
                        !number || AMOUNT.matcher(entry.path(member).asText()).matches())
                .map(member -> new Bound(member, known)));
    }

    /** Returns the operator of a name that says nothing else, not even of what: {@code start} of {@code start_at}. */
    static Optional<String> bare(String name) {
        List<String> words = Words.of(name);
        return words.stream()
                .filter(OPERATORS::containsKey)
                .findFirst()
                .filter(operator -> words.stream()
                        .allMatch(word -> word.equals(operator) || FILLERS.contains(word) || TIMES.contains(word)));
    }

    /** Whether a name is that of a certain time: {@code closed_at}, not {@code date_range}. */
    static boolean isOfTime(String name) {
        List<String> words = Words.of(name);
        return words.stream().anyMatch(TIMES::contains)
                && words.stream().anyMatch(word -> !TIMES.contains(word) && !FILLERS.contains(word));
    }

    private static Optional<String> member(String rest, boolean ofTime, JsonNode entry) {
        Stream<String> own = rest.isEmpty()
                ? Stream.empty()
                : Stream.concat(Stream.of(rest), TIMES.stream().sorted().map(rest::concat));
        Stream<String> usual = ofTime && (rest.isEmpty() || TIMES.contains(rest)) ? USUAL.stream() : Stream.empty();
        return Stream.concat(own, usual)
                .flatMap(name -> entry.properties().stream()
                        .filter(member -> Literals.isFact(member.getKey())
                                && Words.plain(member.getKey()).equals(name)
                                && isOrdered(member.getValue()))
                        .map(Map.Entry::getKey))
                .findFirst();
    }

    private static boolean isOrdered(JsonNode value) {
        return value.isNumber()
                || DAY.matcher(value.asText()).matches()
                || AMOUNT.matcher(value.asText()).matches();
    }
}
