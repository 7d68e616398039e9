package dev.sandbank.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.Exchange;
import dev.sandbank.internal.journal.Callee;
import dev.sandbank.internal.journal.Journal;
import dev.sandbank.internal.model.Body;
import dev.sandbank.internal.model.DecidedReply;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.text.Fields;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The journal keeps the latest calls and a part of each body, and counts what it dropped. */
class BoundedJournalTest {

    private static final Callee GUARDED = new Callee(true, Set.of(), Set.of(), Map.of());

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
    void tellsFieldsInAlphabeticalOrder() {
        Fields headers = Fields.headers();
        for (int i = 0; i < 20; i++) {
            headers = headers.add("X-Field-" + i, "value");
        }
        record(new Request("GET", "/", "", Fields.parameters(), headers, Body.EMPTY));

        assertThat(List.copyOf(journal.calls().get(0).requestHeaders().keySet()))
                .hasSize(20)
                .isSorted();
    }

    @Test
    void keepsOnceWhatCallsHaveInCommon() {
        Fields headers = Fields.headers().add("Accept", "application/json").add("User-Agent", "a test");
        for (int i = 0; i < 2; i++) {
            record(new Request("GET", "/", "", Fields.parameters(), headers, Body.EMPTY));
        }

        Exchange first = journal.calls().get(0);
        Exchange second = journal.calls().get(1);
        assertThat(second.requestHeaders()).isSameAs(first.requestHeaders()).hasSize(2);
        assertThat(second.replyHeaders()).isSameAs(first.replyHeaders());
        assertThat(second.decision()).isSameAs(first.decision());
    }

    @Test
    void givesNobodyWhatCouldBeChanged() {
        record("/", "");
        Exchange call = journal.calls().get(0);

        assertThatThrownBy(() -> call.requestHeaders().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> call.replyHeaders().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> call.tests().clear()).isInstanceOf(UnsupportedOperationException.class);
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
