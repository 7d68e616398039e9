package dev.sandbank.internal.init;

import dev.sandbank.internal.fixture.openapi.Inventory;
import dev.sandbank.internal.init.sample.Samples;
import java.util.List;

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
        this(
                inventory,
                requests,
                replies,
                inventory.operations().stream()
                        .map(item -> ApiOperation.of(item, requests, replies))
                        .toList());
    }
}
