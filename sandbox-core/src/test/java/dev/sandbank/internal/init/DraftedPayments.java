package dev.sandbank.internal.init;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.fixture.openapi.Inventory;
import dev.sandbank.internal.fixture.source.Sources;
import dev.sandbank.internal.init.sample.Samples;
import java.util.List;

/** The first draft of the bank in {@code payments.yaml}. */
final class DraftedPayments {

    final DescribedBank described = new DescribedBank(Inventory.of(
            Sources.file("src/test/resources/init/payments.yaml"), new Sources(), List.of(), Samples.object()));
    final BankDraft draft = BankDraft.of(described, "weser", new Decisions());

    JsonNode operation(String id) {
        return draft.operation(id);
    }

    ApiOperation described(String id) {
        return described.operations().stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    CollectionDraft collection(String name) {
        return draft.collections().all().stream()
                .filter(collection -> collection.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
