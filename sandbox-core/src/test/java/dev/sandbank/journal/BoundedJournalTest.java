package dev.sandbank.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Exchange;
import dev.sandbank.internal.journal.Callee;
import dev.sandbank.internal.journal.Journal;
import dev.sandbank.internal.model.Body;
import dev.sandbank.internal.model.DecidedReply;
import dev.sandbank.internal.model.Fields;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The journal keeps the latest calls and a part of each body, and counts what it dropped. */
class BoundedJournalTest {

    private static final Callee GUARDED = new Callee(true, Set.of());

    private final Journal journal = new Journal(64 * 1024 * 1024);

    @Test
    void dropsTheOldestCallsAndCountsThem() {
        for (int i = 0; i < Journal.MOST_CALLS + 25; i++) {
            record("/" + i, "");
        }

        List<Exchange> kept = journal.calls();
        assertThat(kept).hasSize(Journal.MOST_CALLS);
        assertThat(kept.get(0).target()).isEqualTo("/25");
        assertThat(kept.get(0).number()).isEqualTo(26);
        assertThat(journal.dropped()).isEqualTo(25);
    }

    @Test
    void keepsTheBeginningOfALongBody() {
        record("/", "x".repeat(1024 * 1024));

        assertThat(journal.calls().get(0).requestBody())
                .hasSize(Journal.LONGEST_BODY + 1)
                .endsWith("x…");
    }

    @Test
    void keepsTheBeginningOfALongTargetAndOfLongFields() {
        String tall = "/" + "x".repeat(60_000);
        Fields headers = Fields.headers().add("User-Agent", tall);
        record(new Request("GET", tall, "", Fields.parameters(), headers, Body.of(new byte[0])));

        Exchange entry = journal.calls().get(0);
        assertThat(entry.target()).hasSize(Journal.LONGEST_HEAD + 1).endsWith("x…");
        assertThat(entry.requestHeaders().get("User-Agent"))
                .singleElement()
                .satisfies(value -> assertThat(value).hasSize(Journal.LONGEST_HEAD + 1));
    }

    @Test
    void beginsAnewWhenItIsCleared() {
        record("/", "");
        journal.clear();
        record("/again", "");

        assertThat(journal.calls()).extracting(Exchange::number).containsExactly(1L);
        assertThat(journal.dropped()).isZero();
    }

    private void record(String path, String body) {
        Body content = Body.of(body.getBytes(StandardCharsets.UTF_8));
        record(new Request("GET", path, "", Fields.parameters(), Fields.headers(), content));
    }

    private void record(Request request) {
        DecidedReply answered = DecidedReply.of(Reply.empty(204), List.of(), null, "", "", "");
        journal.record(journal.reserve(), request, answered, Instant.EPOCH, List.of(), GUARDED);
    }
}
