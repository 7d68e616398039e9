package dev.sandbank.fuzz;

import dev.sandbank.Exchange;
import dev.sandbank.internal.bank.Bank;
import dev.sandbank.internal.bank.Library;
import dev.sandbank.internal.bank.PreparedFixture;
import dev.sandbank.internal.control.BankControl;
import dev.sandbank.internal.control.api.Access;
import dev.sandbank.internal.control.api.ControlSite;
import dev.sandbank.internal.http.BankHandler;
import dev.sandbank.internal.http.RequestHandler;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.oauth.Client;
import dev.sandbank.internal.store.Directory;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A sandbox without a port, which is asked as its HTTP front would ask it; every reply is looked at. */
final class InMemoryBank implements AutoCloseable {

    /** The example of a bank without Java. */
    static final String MUSTERBANK = "../fixtures/examples/musterbank/fixture.yaml";

    private static final URI BASE_URL = URI.create("http://127.0.0.1:8080");
    private static final int CALLS_BETWEEN_RESETS = 500;
    private static final Instant NOON = Instant.parse("2031-03-03T12:00:00Z");

    private final PreparedFixture prepared;
    private final Bank bank;
    private final BankControl control;
    private final RequestHandler site;
    private final Map<String, String> tokens = new HashMap<>();
    private Exchange latest;
    private int calls;

    /** What hangs in one thread is not waited for by the next. */
    private volatile Message underWay;

    private InMemoryBank(PreparedFixture prepared) {
        this.prepared = prepared;
        this.bank = new Bank(prepared, BASE_URL::toString);
        this.control = new BankControl(bank, () -> BASE_URL, null);
        this.site = new ControlSite(new BankHandler(bank), control, new Access(true, Set.of(), null, true));
        bank.journal().listen(entry -> latest = entry);
    }

    /** A built-in fixture or a file, at noon of some day. */
    static InMemoryBank named(String fixture) {
        return at(NOON, new InMemoryBank(Library.ofProcess().named(fixture)));
    }

    /** A fixture as text, at noon of some day. */
    static InMemoryBank of(String fixture) {
        return at(NOON, new InMemoryBank(Library.ofProcess().text("fixture", fixture)));
    }

    /** A fixture at whatever time it says. */
    static InMemoryBank of(PreparedFixture prepared) {
        return new InMemoryBank(prepared);
    }

    private static InMemoryBank at(Instant time, InMemoryBank bank) {
        bank.control.clock().freezeAt(time);
        return bank;
    }

    /** Sends a request; state that piles up is thrown away from time to time. */
    Reply send(Message message) {
        Reply reply = sendToBeStruck(message);
        Promises.assertKeptBy(message, reply);
        if (latest != null) {
            Promises.assertKeptBy(latest);
            Promises.assertKeepsSecret(latest, message.secret());
        }
        return reply;
    }

    /** Sends a request that a fault may strike, so that its reply is whatever the fault makes of it. */
    Reply sendToBeStruck(Message message) {
        requireIdle();
        latest = null;
        calls++;
        underWay = message;
        try {
            return message.to(site);
        } finally {
            underWay = null;
        }
    }

    /** Begins anew once enough has piled up; every token is then another. */
    void tidy() {
        if (calls > CALLS_BETWEEN_RESETS) {
            restart();
        }
    }

    /** Begins anew; every token is then another. */
    void restart() {
        requireIdle();
        calls = 0;
        tokens.clear();
        if (bank.prepared().equals(prepared)) {
            control.reset();
        } else {
            bank.load(prepared);
        }
        control.clock().freezeAt(NOON);
    }

    private void requireIdle() {
        if (underWay != null) {
            throw new IllegalStateException("there is still no answer to " + underWay);
        }
    }

    /** What the journal keeps of the latest call; null if it was none of the bank's. */
    Exchange latest() {
        return latest;
    }

    Bank bank() {
        return bank;
    }

    /** The path of an endpoint of the token server; empty if there is none. */
    String endpoint(String name) {
        return bank.prepared().definition().dialect().issuer().endpoints().getOrDefault(name, "");
    }

    /** The clients that get tokens for themselves. */
    Stream<String> ownClients() {
        return new Directory(bank.production().store())
                .clients().stream()
                        .filter(client -> !client.disabled() && client.boundUser() == null)
                        .map(Client::id);
    }

    /** A token that is good, the same until {@link #tidy} begins anew. */
    String token(String client) {
        return token(client, null);
    }

    /** The same for a user. */
    String token(String client, String user) {
        return tokens.computeIfAbsent(
                client + " for " + user, key -> control.environment("").tokens().issue(client, user, List.of(), null));
    }

    @Override
    public void close() {
        bank.close();
    }
}
