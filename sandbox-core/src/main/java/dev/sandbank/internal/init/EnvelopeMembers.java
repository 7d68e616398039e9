package dev.sandbank.internal.init;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sandbank.internal.init.sample.Samples;
import dev.sandbank.internal.init.sample.Shape;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Recognises the members around a list that tell of its pages, such as {@code total} and {@code has_more}. */
final class EnvelopeMembers {

    private static final Set<String> TOTALS = Set.of(
            "total",
            "found",
            "totalcount",
            "totalresults",
            "totalitems",
            "totalrecords",
            "totalelements",
            "totalentries",
            "totalsize",
            "count");
    private static final Set<String> COUNTS = Set.of("totalpages", "pagecount", "pages", "numberofpages", "lastpage");
    private static final Set<String> MORE = Set.of("more", "hasmore", "moreavailable", "hasnext", "hasnextpage");
    private static final Set<String> LINKS =
            Set.of("next", "nextpage", "nexturl", "nextlink", "nextpageurl", "nextpageuri");
    private static final Set<String> CURSORS =
            Set.of("cursor", "nextcursor", "nextpagetoken", "nextpagecursor", "endcursor", "after", "aftercursor");
    private static final Set<String> PREVIOUS =
            Set.of("prev", "previous", "prevpage", "previouspage", "previouspageurl");
    private static final Set<String> ENDS = Set.of("first", "last");
    private static final Set<String> SIZES = Set.of("limit", "pagesize", "perpage");
    private static final Set<String> STARTS = Set.of("page", "pagenumber", "currentpage", "offset", "start");

    /** Objects whose members are links, whatever these look like in an example. */
    private static final Set<String> HOLDERS = Set.of("links", "link", "pagination", "paging", "pages");

    private static final Pattern ADDRESS = Pattern.compile("(uri|url|link)$");

    private final Samples samples;
    private final @Nullable PageParameters pages;

    EnvelopeMembers(Samples samples, @Nullable PageParameters pages) {
        this.samples = samples;
        this.pages = pages;
    }

    /** Returns what a plain name that stands beside a list tells of its pages: the next cursor, or a number. */
    static Optional<String> count(String plain, PageParameters pages) {
        boolean numbered = pages.style().matches("page|offset");
        return CURSORS.contains(plain) && !numbered
                ? Optional.of("cursor")
                : TOTALS.contains(plain)
                        ? Optional.of("matching")
                        : SIZES.contains(plain)
                                ? Optional.of("size")
                                : Optional.of("pages").filter(count -> numbered && COUNTS.contains(plain));
    }

    /** Puts blanks in place of the members that it recognises. */
    JsonNode in(JsonNode envelope, JsonNode schema) {
        if (!(envelope instanceof ObjectNode object)) {
            return envelope;
        }
        return in("", object, schema);
    }

    private ObjectNode in(String holder, ObjectNode object, JsonNode schema) {
        Shape shape = samples.shape(schema);
        boolean links = HOLDERS.contains(Words.plain(holder));
        ObjectNode made = Samples.object();
        object.properties().forEach(member -> {
            JsonNode value = member.getValue();
            JsonNode said = shape.property(member.getKey());
            JsonNode known = value instanceof ObjectNode inner
                    ? in(member.getKey(), inner, said)
                    : known(member.getKey(), value, shape, links);
            if (!known.isMissingNode()) {
                made.set(member.getKey(), known);
            }
        });
        shape.properties().keySet().stream()
                .filter(name -> !object.has(name))
                .forEach(name -> unshown(name, shape, links).ifPresent(known -> made.set(name, known)));
        return made;
    }

    /** Returns what tells of the next page though no example shows it. */
    private Optional<JsonNode> unshown(String name, Shape shape, boolean links) {
        Shape said = samples.shape(shape.property(name));
        String plain = Words.plain(name);
        if (pages == null || said.keywords().has("enum")) {
            return Optional.empty();
        }
        if (MORE.contains(plain) && said.type().equals("boolean")) {
            return Optional.of(Literals.blank("more"));
        }
        if (HOLDERS.contains(plain) && said.isObject()) {
            JsonNode inner = in(name, Samples.object(), shape.property(name));
            return Optional.of(inner)
                    .filter(found ->
                            !found.isEmpty() && said.required().stream().allMatch(found::has));
        }
        boolean link = links
                || said.keywords().path("format").asText().startsWith("uri")
                || ADDRESS.matcher(plain).find();
        String fact = said.type().equals("string") ? fact(plain, link, false) : "";
        return Set.of("next", "cursor").contains(fact) && isKnown(fact)
                ? Optional.of(Literals.blank(fact))
                : Optional.empty();
    }

    private JsonNode known(String name, JsonNode value, Shape shape, boolean links) {
        String plain = Words.plain(name);
        if (value.isIntegralNumber() && TOTALS.contains(plain)) {
            return Literals.blank("matching");
        }
        if (value.isIntegralNumber() && COUNTS.contains(plain) && isKnown("last")) {
            return Literals.blank("pages");
        }
        if (value.isBoolean() && MORE.contains(plain)) {
            return Literals.blank("more");
        }
        if (value.isIntegralNumber() && pages != null && SIZES.contains(plain)) {
            return Literals.blank("size");
        }
        if (pages != null && STARTS.contains(plain) && isStart(value, plain)) {
            return Literals.blank("start");
        }
        boolean link = links || value.asText().matches("(https?:/)?/.*");
        if (value.isTextual() && plain.equals("self") && link) {
            return Literals.blank("full-url");
        }
        String fact = value.isTextual() || value.isNull() ? fact(plain, link, value.isNull()) : "";
        return fact.isEmpty() ? value : neighbour(fact, name, value, shape);
    }

    private boolean isStart(JsonNode value, String plain) {
        String style = pages == null ? "" : pages.style();
        return style.equals("cursor")
                ? value.isTextual() && plain.equals("start")
                : value.isIntegralNumber() && !style.equals("id");
    }

    private static String fact(String plain, boolean link, boolean absent) {
        if (LINKS.contains(plain) && (link || absent)) {
            return "next";
        }
        if (CURSORS.contains(plain)) {
            return "cursor";
        }
        return !link ? "" : PREVIOUS.contains(plain) ? "previous" : ENDS.contains(plain) ? plain : "";
    }

    private boolean isKnown(String fact) {
        return pages != null
                && switch (fact) {
                    case "next", "previous" -> !pages.isInContent();
                    case "cursor" -> pages.style().matches("cursor|id");
                    case "first", "last" ->
                        !pages.isInContent() && pages.style().matches("page|offset");
                    default -> true;
                };
    }

    /** Tells of a neighbour page, or that there is none, as far as the schema has a word for that. */
    private JsonNode neighbour(String fact, String name, JsonNode value, Shape shape) {
        boolean given = isKnown(fact);
        String blank = given ? fact : "";
        if (!shape.required().contains(name)) {
            return given ? Literals.blank(blank) : MissingNode.getInstance();
        }
        boolean nullable = samples.shape(shape.property(name)).isNullable();
        if (nullable) {
            return given ? TextNode.valueOf("${" + blank + " else null}") : NullNode.getInstance();
        }
        if (samples.isValid(shape.property(name), TextNode.valueOf(""))) {
            return TextNode.valueOf(given ? "${" + blank + " else ''}" : "");
        }
        return value;
    }
}
