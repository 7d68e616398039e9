package dev.sandbank.fuzz;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.sandbank.internal.model.Reply;
import java.util.Map;

/** Requests of any kind to the control API are answered, and the bank goes on answering after each. */
class ControlApiFuzzTest {

    private static final InMemoryBank BANK = InMemoryBank.named("apiture");

    @FuzzTest
    void isAnsweredAndTheBankGoesOn(byte[] input) {
        BANK.restart();
        String token = BANK.token("ledger-reader");
        Message message = Message.parse(Notation.read(input, Map.of("token", token)));
        if (message.target().contains("wait")) {
            // Waiting for calls is what was asked for, and up to 30 seconds are allowed.
            return;
        }
        BANK.send(new Message(message.method(), "/_sandbank/api" + message.target(), message.headers(), message.body())
                .with("Content-Type", "application/json"));
        goesOn(token);
    }

    /** What a fault makes of a reply is no failure of the bank; nobody waits for one that takes its time. */
    private static void goesOn(String token) {
        Message accounts = new Message("GET", "/banking/accounts").with("Authorization", "Bearer " + token);
        if (BANK.bank().faults().isEmpty()) {
            BANK.send(accounts);
        } else {
            Reply struck = BANK.sendToBeStruck(accounts);
            Promises.assertTellsNothingOfTheInside(struck.toString(), accounts.toString());
        }
        assertNotNull(BANK.latest(), "the journal has nothing of the call after the change");
    }
}
