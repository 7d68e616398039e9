package dev.sandbank.internal.init;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.fixture.openapi.Inventory;
import dev.sandbank.internal.fixture.source.Sources;
import dev.sandbank.internal.init.sample.Samples;
import java.util.List;

/** The first draft of a bank of a description in {@code src/test/resources/init}. */
class DraftedBank {

    final DescribedBank described;
    final BankDraft draft;

    DraftedBank(String name) {
        this.described = new DescribedBank(Inventory.of(
                Sources.file("src/test/resources/init/" + name + ".yaml"), new Sources(), List.of(), Samples.object()));
        this.draft = BankDraft.of(described, "weser", new Decisions());
    }

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
