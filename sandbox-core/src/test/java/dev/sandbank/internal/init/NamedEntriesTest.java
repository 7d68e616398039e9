package dev.sandbank.internal.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.internal.init.sample.Samples;
import dev.sandbank.internal.init.sample.Shape;
import dev.sandbank.internal.model.operation.Components;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NamedEntriesTest {

    private static final Shape TEXT = Shape.of(Components.NONE, Yaml.of("{type: string}"));
    private static final Shape NUMBER = Shape.of(Components.NONE, Yaml.of("{type: integer}"));

    private final CollectionDraft accounts = new CollectionDraft("accounts", "accounts", null);
    private final CollectionDraft cards = new CollectionDraft("cards", "cards", accounts);

    @Test
    void areOfTheCollectionThatTheMemberIsCalledAfter() {
        accounts.entries().add(Samples.object().put("id", "a1"));
        cards.entries().add(Samples.object().put("id", "c1"));
        Map<String, Shape> members = Map.of(
                "account_id", TEXT,
                "sourceAccountId", TEXT,
                "targetAccountId", NUMBER,
                "external_account_id", TEXT,
                "account", TEXT,
                "card_id", TEXT,
                "id", TEXT);

        assertThat(new NamedEntries(List.of(accounts, cards)).in(members))
                .isEqualTo(Map.of("account_id", accounts, "sourceAccountId", accounts));
    }
}
