package dev.sandbank.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Change;
import dev.sandbank.Exchange;
import dev.sandbank.internal.journal.Callee;
import dev.sandbank.internal.journal.Journal;
import dev.sandbank.internal.model.Body;
import dev.sandbank.internal.model.DecidedReply;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.text.Fields;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Calls are told in the order in which they were decided, in whatever order they are over. */
class OrderOfCallsTest {

    private static final Callee GUARDED = new Callee(true, Set.of(), Set.of(), Map.of());

    private final Journal journal = new Journal(64 * 1024 * 1024);

    @Test
    void isThatOfTheirNumbers() {
        long first = journal.reserve();
        long second = journal.reserve();
        long third = journal.reserve();

        record(third, "/third");
        record(first, "/first");
        record(second, "/second");

        assertThat(journal.calls()).extracting(Exchange::target).containsExactly("/first", "/second", "/third");
        assertThat(journal.calls()).extracting(Exchange::number).containsExactly(1L, 2L, 3L);
    }

    @Test
    void isNotHeldUpByACallThatNeverIsOver() throws InterruptedException {
        journal.reserve();
        record(journal.reserve(), "/second");

        assertThat(journal.awaitCall(call -> call.target().equals("/second"), Duration.ZERO.plusMillis(1)))
                .isTrue();
        assertThat(journal.calls()).extracting(Exchange::number).containsExactly(2L);
        assertThat(journal.dropped()).isZero();
    }

    @Test
    void isSettledUpToTheFirstThatIsUnderWay() {
        long first = journal.reserve();
        long second = journal.reserve();
        record(journal.reserve(), "/third");
        assertThat(journal.settled()).isZero();

        record(first, "/first");
        assertThat(journal.settled()).isEqualTo(1);

        journal.abandon(second);
        assertThat(journal.settled()).isEqualTo(3);
    }

    @Test
    void beginsAnewWhenTheJournalIsClearedWhileACallIsUnderWay() {
        long before = journal.reserve();
        journal.reserve();
        journal.clear();
        long after = journal.reserve();

        record(after, "/after");
        record(before, "/before");

        assertThat(journal.calls()).extracting(Exchange::target).containsExactly("/after", "/before");
        assertThat(journal.calls()).extracting(Exchange::number).containsExactly(1L, 2L);
        assertThat(journal.dropped()).isZero();
    }

    @Test
    void placesChangesAfterTheLatestNumberThatWasGiven() {
        record(journal.reserve(), "/first");
        journal.reserve();
        journal.note("a change", Instant.EPOCH);

        assertThat(journal.changes()).extracting(Change::afterCall).containsExactly(2L);
    }

    @Test
    void isTheOrderInWhichTheOldestGo() {
        List<Long> late = new ArrayList<>();
        for (int i = 0; i < Journal.MOST_CALLS; i++) {
            late.add(journal.reserve());
        }
        record(journal.reserve(), "/latest");
        for (long number : late) {
            record(number, "/late");
        }

        assertThat(journal.calls()).hasSize(Journal.MOST_CALLS);
        assertThat(journal.calls().get(0).number()).isEqualTo(2);
        assertThat(journal.dropped()).isEqualTo(1);
    }

    private void record(long number, String path) {
        Request request = new Request("GET", path, "", Fields.parameters(), Fields.headers(), Body.EMPTY);
        journal.record(
                number,
                request,
                DecidedReply.of(Reply.empty(204), List.of(), null, "", "", ""),
                Instant.EPOCH,
                List.of(),
                GUARDED);
    }
}
