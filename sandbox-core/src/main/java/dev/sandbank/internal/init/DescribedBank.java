package dev.sandbank.internal.init;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.fixture.openapi.Inventory;
import dev.sandbank.internal.init.sample.Samples;
import dev.sandbank.internal.input.ReplyCheck;
import dev.sandbank.internal.model.operation.ReplySchemas;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A description with a valid reply for each of its operations, from which drafts are made.
 *
 * @param requests makes values for requests
 * @param replies makes values for replies
 * @param operations all operations
 */
record DescribedBank(Inventory inventory, Samples requests, Samples replies, List<ApiOperation> operations) {

    DescribedBank(Inventory inventory) {
        this(inventory, new Samples(inventory.requests()), new Samples(inventory.replies()));
    }

    private DescribedBank(Inventory inventory, Samples requests, Samples replies) {
        this(inventory, requests, replies, operations(inventory, requests, replies));
    }

    private static List<ApiOperation> operations(Inventory inventory, Samples requests, Samples replies) {
        Set<String> read = read(inventory);
        return inventory.operations().stream()
                .map(item -> ApiOperation.of(item, requests, replies, read))
                .toList();
    }

    /** Returns the paths that a GET reads. */
    private static Set<String> read(Inventory inventory) {
        return inventory.operations().stream()
                .filter(item -> item.method().equals("GET"))
                .map(Inventory.Item::path)
                .collect(Collectors.toSet());
    }

    /** Returns the check of a draft's answers. */
    ReplyCheck replyCheck() {
        Map<String, Map<String, JsonNode>> schemas = new HashMap<>();
        for (Inventory.Item item : inventory.operations()) {
            Map<String, JsonNode> byStatus = new HashMap<>();
            item.replies().forEach(reply -> byStatus.put(reply.status(), reply.schema()));
            schemas.put(item.id(), byStatus);
        }
        return new ReplyCheck(new ReplySchemas(schemas, inventory.replies()), replies.checker());
    }
}
