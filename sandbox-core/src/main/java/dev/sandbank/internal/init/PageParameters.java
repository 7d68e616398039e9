package dev.sandbank.internal.init;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.init.sample.Samples;
import dev.sandbank.internal.init.sample.Shape;
import dev.sandbank.internal.model.operation.Components;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The parameters by which a list is read in pages.
 *
 * @param style {@code page}, {@code offset}, {@code cursor} or {@code id}
 * @param members the members of {@code pages}: each names a parameter
 */
record PageParameters(String style, Map<String, String> members) {

    private static final Set<String> SIZES = Set.of(
            "limit",
            "pagesize",
            "perpage",
            "size",
            "count",
            "maxresults",
            "pagelimit",
            "top",
            "take",
            "itemsperpage",
            "pagecount");
    /** No cursor is longer. */
    private static final int LONG_CURSOR = 200;

    private static final List<String> AFTER = List.of("startingafter", "afterid");
    private static final List<String> BEFORE = List.of("endingbefore", "beforeid");
    private static final List<String> CURSORS = List.of(
            "cursor",
            "pageafter",
            "aftercursor",
            "after",
            "pagetoken",
            "nextcursor",
            "startcursor",
            "pagecursor",
            "nextpagetoken",
            "continuationtoken",
            "starttoken",
            "start");
    private static final List<String> OFFSETS = List.of("offset", "skip", "startindex", "pageoffset", "start");
    private static final Pattern LINK = Pattern.compile("\"[^\" ]*[?&](page|pageNumber|page_number)=[1-9]");
    private static final List<String> PAGES = List.of("page", "pagenumber", "pageno", "pageindex");

    /** @param parameters the parameters of an operation, as a dialect writes them */
    static Optional<PageParameters> of(JsonNode parameters, Components components) {
        Optional<String> size = size(parameters, components);
        if (size.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> after = named(parameters, AFTER, schema -> true);
        if (after.isPresent()) {
            Optional<String> before = named(parameters, BEFORE, schema -> true);
            return Optional.of(new PageParameters(
                    "id",
                    before.isPresent()
                            ? Map.of("after", after.get(), "before", before.get(), "size", size.get())
                            : Map.of("after", after.get(), "size", size.get())));
        }
        return started(
                        "cursor",
                        named(parameters, CURSORS, schema -> isOpaque(Shape.of(components, schema))),
                        size.get())
                .or(() -> started(
                        "offset",
                        named(parameters, OFFSETS, schema -> !beginsAtOne(Shape.of(components, schema))),
                        size.get()))
                .or(() -> started(
                        "page",
                        named(parameters, PAGES, schema -> isFromOne(Shape.of(components, schema))),
                        size.get()))
                .or(() -> started(
                        "page",
                        named(parameters, OFFSETS, schema -> beginsAtOne(Shape.of(components, schema))),
                        size.get()));
    }

    /**
     * Finds the members of the content that ask for a page: its own, or those of an object such as {@code page}.
     *
     * @param content the content of a call, as its schema has it
     */
    static Optional<PageParameters> inContent(Shape content, Components components) {
        Stream<Map.Entry<String, Shape>> holders = content.properties().entrySet().stream()
                .filter(member -> Literals.isFact(member.getKey()))
                .map(member -> Map.entry("/" + member.getKey() + "/", Shape.of(components, member.getValue())))
                .filter(member -> member.getValue().isObject());
        return Stream.concat(Stream.of(Map.entry("/", content)), holders)
                .flatMap(holder ->
                        of(asQuery(holder.getValue()), components).stream().map(found -> found.below(holder.getKey())))
                .findFirst();
    }

    /** Writes members of content as parameters. */
    private static ArrayNode asQuery(Shape content) {
        ArrayNode parameters = JsonNodeFactory.instance.arrayNode();
        content.properties().forEach((name, schema) -> {
            if (Literals.isFact(name)) {
                parameters.addObject().put("name", name).put("in", "query").set("schema", schema);
            }
        });
        return parameters;
    }

    private PageParameters below(String pointer) {
        Map<String, String> named = new TreeMap<>(members);
        named.replaceAll((member, name) -> pointer + name);
        return new PageParameters(style, named);
    }

    /**
     * Finds the pages of which only links in a reply tell: {@code /accounts?page=2} in one that has a size.
     *
     * @param reply a reply as the description shows it
     */
    static Optional<PageParameters> linked(JsonNode parameters, Components components, JsonNode reply) {
        Matcher link = LINK.matcher(reply.toString());
        Optional<String> size = size(parameters, components);
        return size.isPresent() && link.find()
                ? started("page", Optional.of(link.group(1)), size.get())
                : Optional.empty();
    }

    private static Optional<String> size(JsonNode parameters, Components components) {
        return named(
                parameters, SIZES, schema -> Shape.of(components, schema).type().equals("integer"));
    }

    private static Optional<PageParameters> started(String style, Optional<String> start, String size) {
        return start.map(name -> new PageParameters(style, Map.of("start", name, "size", size)));
    }

    private static Optional<String> named(JsonNode parameters, Collection<String> names, Predicate<JsonNode> fits) {
        return parameters
                .valueStream()
                .filter(parameter -> parameter.path("in").asText().equals("query"))
                .filter(parameter ->
                        names.contains(Words.plain(parameter.path("name").asText())))
                .filter(parameter -> fits.test(parameter.path("schema")))
                .map(parameter -> parameter.path("name").asText())
                .findFirst();
    }

    /** Whether any text can be a cursor. */
    private static boolean isOpaque(Shape shape) {
        JsonNode keywords = shape.keywords();
        return shape.type().equals("string")
                && !keywords.has("format")
                && !keywords.has("pattern")
                && !keywords.has("enum")
                && keywords.path("maxLength").asInt(LONG_CURSOR) >= LONG_CURSOR;
    }

    /** Whether what is called an offset counts from 1, as pages do. */
    private static boolean beginsAtOne(Shape shape) {
        return shape.keywords().path("default").asInt(0) == 1
                || shape.keywords().path("minimum").asInt(0) == 1;
    }

    private static boolean isFromOne(Shape shape) {
        return shape.keywords().path("default").asInt(1) != 0
                && shape.keywords().path("minimum").asInt(1) != 0;
    }

    /** Adds the page's parameter to an operation whose description lacks it. */
    void declare(JsonNode parameters, ObjectNode made) {
        String start = members.getOrDefault("start", "");
        if (style.equals("page")
                && named(parameters, Set.of(Words.plain(start)), schema -> true).isEmpty()) {
            made.withArrayProperty("parameters")
                    .addObject()
                    .put("name", start)
                    .put("in", "query")
                    .putObject("schema")
                    .put("type", "integer")
                    .put("minimum", 1);
        }
    }

    ObjectNode rule() {
        ObjectNode rule = Samples.object().put("style", style);
        new TreeSet<>(members.keySet()).descendingSet().forEach(member -> rule.put(member, members.get(member)));
        return rule;
    }

    /** Whether calls ask for pages in their content, so that no link leads to another one. */
    boolean isInContent() {
        return members.values().stream().anyMatch(name -> name.startsWith("/"));
    }

    Collection<String> names() {
        return members.values();
    }
}
