package dev.sandbank.internal.denial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.GateName;
import dev.sandbank.internal.model.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What can be wrong with the content of a call: as a whole, and each member of it. */
final class OfContent {

    private static final GateName GATE = GateName.INPUT;
    private static final String REASON = "input-invalid";
    private static final int MOST = 1024 * 1024;

    private OfContent() {}

    static Stream<Denial> of(Basis basis) {
        Operation.Content content = basis.operation().body();
        return content == null
                ? Stream.empty()
                : Stream.concat(whole(basis, content).stream(), members(basis, content));
    }

    private static List<Denial> whole(Basis basis, Operation.Content content) {
        Sketch sketch = basis.sketch();
        String json = content.mediaTypes().get(0);
        List<Denial> all = new ArrayList<>();
        if (content.required()) {
            all.add(denial(basis, "no content", REASON, sketch.sendingNothing()));
        }
        all.add(denial(basis, "content no JSON", "body-malformed", sketch.sending(json, "{\"")));
        all.add(denial(
                basis,
                "content not " + json,
                "media-type-unsupported",
                sketch.sending("text/plain", sketch.body().toString())));
        all.add(denial(basis, "content too large", "body-too-large", sketch.sending(json, " ".repeat(MOST + 1))));
        if (!basis.prepared().definition().readInput().accepts(content, JsonNodeFactory.instance.arrayNode())) {
            all.add(denial(basis, "content no object", REASON, sketch.with(JsonNodeFactory.instance.arrayNode())));
        }
        return all;
    }

    private static Stream<Denial> members(Basis basis, Operation.Content content) {
        Predicate<JsonNode> accepted =
                body -> basis.prepared().definition().readInput().accepts(content, body);
        return basis.sketch().body() instanceof ObjectNode example
                ? new Spoiled(example, content.schema(), accepted)
                        .all()
                        .map(bad ->
                                denial(basis, bad.name(), REASON, basis.sketch().with(bad.content())))
                : Stream.empty();
    }

    private static Denial denial(Basis basis, String name, String reason, Sketch sketch) {
        return basis.denial(GATE, name, reason, false, basis.scene().asking(sketch));
    }
}
