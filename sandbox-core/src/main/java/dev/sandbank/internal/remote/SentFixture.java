package dev.sandbank.internal.remote;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.bank.Bank;
import dev.sandbank.internal.bank.Library;
import dev.sandbank.internal.bank.PreparedFixture;
import dev.sandbank.internal.control.api.Json;
import dev.sandbank.internal.export.Export;

/**
 * A fixture on its way to a server, which reads no file of it: a built-in one by its name, any other whole, with all that it extends. Its
 * bank is told by name, which is built in there, or that of the server's own fixture.
 */
public final class SentFixture {

    private SentFixture() {}

    /** As content that asks for a sandbox. */
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
