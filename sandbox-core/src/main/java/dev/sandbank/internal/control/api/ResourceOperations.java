package dev.sandbank.internal.control.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.control.CollectionControl;
import dev.sandbank.internal.control.ResourceControl;
import dev.sandbank.internal.model.Reply;
import java.util.List;
import java.util.function.Function;

/** Operations on the entries of a collection, as fixtures have them. */
final class ResourceOperations {

    private static final String COLLECTION = "/resources/{collection}";
    private static final String ENTRY = COLLECTION + "/{id}";

    private static final String TEXT = "entry";

    private ResourceOperations() {}

    static List<ControlOperation> all() {
        return List.of(
                operation("GET", COLLECTION, ResourceOperations::list),
                operation("POST", COLLECTION, ResourceOperations::add).takingText(TEXT),
                operation("GET", ENTRY, asked -> Json.ok(entry(asked).form())),
                operation("PATCH", ENTRY, ResourceOperations::change).takingText(TEXT),
                operation("DELETE", ENTRY, ResourceOperations::remove));
    }

    private static ControlOperation operation(String method, String path, Function<ControlRequest, Reply> work) {
        return ControlOperation.of(method, path, work::apply).with(ControlRequest.ENVIRONMENT);
    }

    private static CollectionControl collection(ControlRequest asked) {
        return asked.environment().collection(asked.inPath("collection"));
    }

    private static ResourceControl entry(ControlRequest asked) {
        return collection(asked).resource(asked.inPath("id"));
    }

    private static Reply list(ControlRequest asked) {
        ObjectNode all = Json.object();
        ArrayNode entries = all.putArray("resources");
        collection(asked).forms().forEach(entries::add);
        return Json.ok(all);
    }

    private static Reply add(ControlRequest asked) {
        return Json.reply(201, collection(asked).add(asked.content().text(TEXT)).form());
    }

    private static Reply change(ControlRequest asked) {
        ResourceControl entry = entry(asked);
        entry.change(entry.in().read(asked.content().text(TEXT)));
        return Json.ok(entry.form());
    }

    private static Reply remove(ControlRequest asked) {
        entry(asked).remove();
        return Json.nothing();
    }
}
