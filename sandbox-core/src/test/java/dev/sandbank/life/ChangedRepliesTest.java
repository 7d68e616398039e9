package dev.sandbank.life;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Decision.Gate;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.HttpCall;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults that change what a bank answers, if it answers well. */
class ChangedRepliesTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start("apiture");

    @Test
    void changeTheStatusOfGoodReplies() {
        bank.faults().on("listAccounts").replaceStatus(206);

        assertThat(accounts()).hasStatus(206);
        assertThat(HttpCall.get(bank, "/banking/accounts")).hasStatus(401);
    }

    @Test
    void changeAHeaderOfGoodReplies() {
        bank.faults().on("listAccounts").next(1).replaceHeader("content-type", "application/xml");
        bank.faults().on("listAccounts").next(1).removeHeader("CONTENT-TYPE");

        assertThat(accounts()).hasStatus(200).hasHeader("Content-Type", "application/xml");
        assertThat(accounts()).hasStatus(200).hasNoHeader("Content-Type");
    }

    @Test
    void changeAMemberOfGoodReplies() {
        bank.faults().on("listAccounts").next(1).replaceMember("/items/0/id", List.of(1, "two"));
        bank.faults().on("listAccounts").next(1).removeMember("items");

        assertThat(accounts()).hasStatus(200).has("/items/0/id/1", "two");
        assertThat(accounts()).hasStatus(200).lacks("/items");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/items/0/id/below", "/items/99/id", "/count/x"})
    void leaveTheReplyWhereNothingCanBeSet(String member) {
        bank.faults().on("listAccounts").next(1).replaceMember(member, "x");

        HttpCall call = accounts();

        assertThat(last(call)).endsWith("which changed nothing");
        assertThat(bank.journal().lastCall().status()).isEqualTo(200);
    }

    @Test
    void sayInTheJournalIfThereWasNothingToChange() {
        bank.faults().on("listAccounts").next(1).removeMember("nothing");
        bank.faults().on("listAccounts").next(1).replaceStatus(201);

        assertThat(last(accounts())).isEqualTo("removes nothing from a good reply, which changed nothing");
        assertThat(last(HttpCall.get(bank, "/banking/accounts"))).endsWith("which changed nothing");
    }

    private static String last(HttpCall call) {
        List<Gate> gates = call.send().exchange().decision().gates();
        return gates.get(gates.size() - 1).saw();
    }

    private HttpCall accounts() {
        return HttpCall.get(bank, "/banking/accounts").bearer(bank.tokens().forClient("ledger-reader"));
    }
}
