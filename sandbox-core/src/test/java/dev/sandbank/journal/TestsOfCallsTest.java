package dev.sandbank.journal;

import static dev.sandbank.testing.HttpCall.get;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.RawSocket;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A call belongs to the tests that ran when it arrived. */
class TestsOfCallsTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start("apiture");

    @Test
    void areNoneIfNoneRuns() {
        call();

        assertThat(tests()).isEmpty();
    }

    @Test
    void areAllThatRun() {
        bank.journal().beginTest("one");
        bank.journal().beginTest("other");
        call();

        assertThat(tests()).containsExactly("one", "other");
    }

    @Test
    void areThoseThatAreNotOver() {
        bank.journal().beginTest("one");
        bank.journal().beginTest("other");
        bank.journal().endTest("one");
        call();

        assertThat(tests()).containsExactly("other");
    }

    @Test
    void areStillRunningWhileOneOfTwoWithTheSameNameIs() {
        bank.journal().beginTest("twin");
        bank.journal().beginTest("twin");
        bank.journal().endTest("twin");
        call();

        assertThat(tests()).containsExactly("twin");
    }

    @Test
    void areNoLongerAskedForOnceTheyAreOver() {
        bank.journal().beginTest("one");
        call();
        bank.journal().endTest("one");
        bank.journal().beginTest("other");
        call();

        assertThat(bank.journal().calls())
                .extracting(bank.journal()::isOfThisTest)
                .containsExactly(false, true);
    }

    @Test
    void haveUnexpectedRefusalsUntilSomebodyLooksAtThem() {
        bank.journal().beginTest("one");
        call();
        call();

        bank.journal().expect(bank.journal().calls().get(0));

        assertThat(bank.journal().unexpectedRefusals())
                .containsExactly(bank.journal().calls().get(1));
    }

    @Test
    void areTheOneThatTheCallNames() {
        bank.journal().beginTest("one");
        get(bank, "/banking/accounts").header("Sandbank-Test", " of my own ").send();

        assertThat(tests()).containsExactly("of my own");
    }

    @Test
    void areWhoeverRunsIfTheCallNamesNobody() {
        bank.journal().beginTest("one");
        get(bank, "/banking/accounts").header("Sandbank-Test", " ").send();

        assertThat(tests()).containsExactly("one");
    }

    @Test
    void areStillThereAfterAReset() {
        bank.journal().beginTest("one");
        bank.reset();
        call();

        assertThat(tests()).containsExactly("one");
    }

    @Test
    void areKnownOfCallsThatCouldNotBeRead() {
        bank.journal().beginTest("one");
        RawSocket.send(bank, "GET /%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");

        assertThat(tests()).containsExactly("one");
    }

    private void call() {
        get(bank, "/banking/accounts").send();
    }

    private List<String> tests() {
        return bank.journal().lastCall().tests();
    }
}
