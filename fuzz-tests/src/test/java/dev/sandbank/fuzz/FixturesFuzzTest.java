package dev.sandbank.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.sandbank.internal.bank.Library;
import dev.sandbank.internal.bank.PreparedFixture;
import dev.sandbank.internal.fixture.problem.FixtureException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Fixtures of any kind are refused with their problems, or start a sandbox that answers. */
class FixturesFuzzTest {

    private static final List<String> PATHS = List.of("/banking/accounts", "/core/accounts", "/v1/accounts");

    @FuzzTest
    void areRefusedOrStart(byte[] input) {
        String written = Notation.read(input, Map.of());
        String text = new String(Notation.bytes(written), StandardCharsets.UTF_8);
        PreparedFixture prepared;
        try {
            prepared = Library.ofProcess().text("fixture.yaml", text);
        } catch (FixtureException refused) {
            Promises.assertTellsNothingOfTheInside(String.valueOf(refused.getMessage()), text);
            return;
        }
        ask(prepared);
    }

    /** With and without a token of the first clients. */
    static void ask(PreparedFixture prepared) {
        try (InMemoryBank bank = InMemoryBank.of(prepared)) {
            List<String> clients = bank.ownClients().limit(3).toList();
            for (String path : PATHS) {
                bank.send(new Message("GET", path));
                clients.forEach(client ->
                        bank.send(new Message("GET", path).with("Authorization", "Bearer " + bank.token(client))));
            }
            bank.send(new Message("GET", "/_sandbank/api/fixture"));
        }
    }
}
