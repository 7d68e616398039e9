package dev.sandbank.internal.vendor.apiture.account;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Positioned;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.SignedValue;
import dev.sandbank.internal.model.Violation;
import dev.sandbank.internal.model.operation.Parameter;
import dev.sandbank.internal.store.Entries;
import dev.sandbank.internal.work.EntryCursor;
import dev.sandbank.internal.work.EntryWindow;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.Result;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One page of a list: {@code items}, {@code limit}, {@code start} and, while there is more, {@code nextPage_url}.
 *
 * <p>The link to the next page carries the parameters of the operation along, and nothing else: it has to be short.
 */
public final class CursorPage {

    private final OperationContext context;
    private final Cursors cursors;

    public CursorPage(OperationContext context) {
        this.context = context;
        this.cursors = new Cursors(context);
    }

    public Result of(
            Call call,
            EntryCursor shelf,
            Predicate<Entry> asked,
            Function<Entry, ObjectNode> show,
            Consumer<ObjectNode> more) {
        String start = call.input().get("start").asText();
        int limit = call.input().number("limit");
        Optional<String> last = start.isEmpty() ? Optional.of("") : cursors.open(start, shelf);
        return last.flatMap(id -> EntryWindow.after(shelf, id, limit, asked))
                .map(window -> say(call, window, show, more))
                .orElseGet(() -> new Result.Refused(unknownCursor()));
    }

    private Result say(Call call, EntryWindow window, Function<Entry, ObjectNode> show, Consumer<ObjectNode> more) {
        List<Entry> entries = window.entries();
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode items = body.putArray("items");
        entries.forEach(entry -> items.add(show.apply(entry)));
        body.put("limit", call.input().number("limit"));
        body.put("start", call.input().get("start").asText());
        if (window.more() && !entries.isEmpty()) {
            body.put("nextPage_url", nextPage(call, entries.get(entries.size() - 1)));
        }
        more.accept(body);
        return Result.ok(body);
    }

    private static Refusal unknownCursor() {
        Violation violation = new Violation("start", "cursor", Map.of(), "start is not a cursor that this server made");
        return new Refusal.InputInvalid("query", List.of(violation));
    }

    private String nextPage(Call call, Entry last) {
        StringJoiner query = new StringJoiner("&");
        call.operation().parameters().stream()
                .filter(parameter -> parameter.in().equals("query"))
                .map(Parameter::name)
                .filter(name -> !name.equals("start"))
                .forEach(name -> call.request()
                        .query()
                        .first(name)
                        .ifPresent(value -> query.add(encode(name) + "=" + encode(value))));
        query.add("start=" + encode(cursors.close(last)));
        return context.publicBase().get() + call.request().path() + "?" + query;
    }

    /** A comma may stand in a query as it is (RFC 3986 §3.4). */
    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%2C", ",");
    }

    /**
     * The cursors of one list: each names the entry that a page ended with, sealed for this list of this sandbox.
     *
     * <p>They tell where the entry stands in the store, because that is short and stays as it is, whatever comes and goes.
     */
    private static final class Cursors {

        private static final int RADIX = Character.MAX_RADIX;

        private final Entries entries;
        private final SignedValue seal;

        Cursors(OperationContext context) {
            this.entries = context.store().entries();
            this.seal = SignedValue.brief(context.ids());
        }

        String close(Entry last) {
            long place = entries.placeOf(last.collection(), last.id())
                    .orElseThrow(() -> new IllegalArgumentException("no entry of the store: " + last.id()));
            return seal.close(Long.toString(place, RADIX));
        }

        /** The id of the entry, if it is one of the list's collection. */
        Optional<String> open(String cursor, EntryCursor list) {
            Optional<String> collection = list.after(0, 1).stream()
                    .findFirst()
                    .map(first -> first.entry().collection());
            return seal.open(cursor)
                    .map(text -> Long.parseLong(text, RADIX))
                    .flatMap(place -> collection.flatMap(name -> at(name, place)));
        }

        private Optional<String> at(String collection, long place) {
            return entries.from(collection, place, 1).stream()
                    .filter(found -> found.place() == place)
                    .map(Positioned::entry)
                    .map(Entry::id)
                    .findFirst();
        }
    }
}
