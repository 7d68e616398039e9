package dev.sandbank.internal.remote;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.bank.Bank;
import dev.sandbank.internal.bank.Library;
import dev.sandbank.internal.bank.PreparedFixture;
import dev.sandbank.internal.control.api.Json;
import dev.sandbank.internal.export.Export;

/**
 * Sends a fixture to a server, which reads none of its files. A built-in fixture is sent by its name, any other as a whole, with all that
 * it extends. Its bank is sent by name: it must be built in at the server, or be that of the server's own fixture.
 */
public final class SentFixture {

    private SentFixture() {}

    /** The content of a request for a sandbox. */
    public static ObjectNode wanted(PreparedFixture fixture) {
        String name = fixture.fixture().name();
        boolean builtIn = Library.ofProcess().builtInNames().contains(name);
        ObjectNode wanted = Json.object();
        return builtIn ? wanted.put("fixture", name) : wanted.put("fixtureText", text(fixture));
    }

    static String text(PreparedFixture fixture) {
        try (Bank bank = new Bank(fixture, () -> "http://127.0.0.1")) {
            return new Export(bank).text(fixture.fixture().dialect().name());
        }
    }
}
