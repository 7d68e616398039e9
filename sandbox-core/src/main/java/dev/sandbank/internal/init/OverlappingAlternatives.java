package dev.sandbank.internal.init;

import dev.sandbank.internal.fixture.openapi.DescribedReply;
import dev.sandbank.internal.fixture.tree.JsonLocation;
import java.util.List;
import java.util.Optional;

/**
 * Finds the {@code oneOf} of a reply whose alternatives allow the same values, so that no value is valid by one alone:
 * its author meant any of them.
 */
final class OverlappingAlternatives {

    private static final int MOST_STEPS = 8;
    private static final String ONE_OF = "oneOf";

    private OverlappingAlternatives() {}

    /** Returns its place; empty if the operation has a reply, or the description shows none. */
    static Optional<JsonLocation> in(ApiOperation operation, JsonLocation root) {
        DescribedReply success = operation.success();
        if (success == null || !operation.isUnanswerable() || !operation.hasExample()) {
            return Optional.empty();
        }
        JsonLocation content = success.place().at("content");
        return content.names().stream()
                .map(media -> resolved(content.at(media).at("schema"), root))
                .filter(schema -> schema.has(ONE_OF))
                .map(schema -> schema.at(ONE_OF))
                .findFirst();
    }

    private static JsonLocation resolved(JsonLocation schema, JsonLocation root) {
        JsonLocation here = schema;
        for (int step = 0; step < MOST_STEPS && here.text("$ref").orElse("").startsWith("#/"); step++) {
            JsonLocation there = root;
            for (String name : steps(here)) {
                there = there.at(name);
            }
            here = there;
        }
        return here;
    }

    private static List<String> steps(JsonLocation reference) {
        return List.of(reference.text("$ref").orElse("").substring(2).split("/", -1)).stream()
                .map(step -> step.replace("~1", "/").replace("~0", "~"))
                .toList();
    }
}
