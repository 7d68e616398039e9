package dev.sandbank.internal.init;

import dev.sandbank.internal.fixture.openapi.Inventory;
import dev.sandbank.internal.fixture.source.Source;
import dev.sandbank.internal.fixture.source.Sources;
import dev.sandbank.internal.init.sample.Samples;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is left of a description without the parts that are omitted by now: read again only once another one is. */
final class Remainder {

    private final Source description;
    private final Sources sources;
    private final Decisions decisions;
    private int omitted;
    private @Nullable Inventory inventory;
    private @Nullable DescribedBank bank;

    Remainder(Source description, Sources sources, Decisions decisions) {
        this.description = description;
        this.sources = sources;
        this.decisions = decisions;
    }

    Inventory inventory() {
        if (inventory == null || omitted < decisions.omitted().size()) {
            omitted = decisions.omitted().size();
            bank = null;
            inventory = Inventory.of(description, sources, List.copyOf(decisions.omitted()), Samples.object());
        }
        return inventory;
    }

    DescribedBank bank() {
        Inventory now = inventory();
        if (bank == null) {
            bank = new DescribedBank(now);
        }
        return bank;
    }
}
