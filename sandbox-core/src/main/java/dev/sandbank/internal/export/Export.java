package dev.sandbank.internal.export;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.bank.Bank;
import dev.sandbank.internal.bank.Environment;
import dev.sandbank.internal.fixture.CheckedFixture;
import dev.sandbank.internal.time.SandboxClock.Setting;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Writes the state of a whole sandbox as the text of a fixture.
 *
 * @param bank the sandbox
 */
public record Export(Bank bank) {

    private static final String SEED = "seed";
    private static final String HEAD = """
            # %s at %s, by the clock of the sandbox: its present state, exported.
            #
            # A sandbox that starts from this file goes on from here: it has the same ids, times, order and balances,
            # and what is due falls due at the same moment. The file contains the passwords and secrets of the test data.
            #
            # It does not contain tokens, sign-ins, login sessions, consents, signing keys that the fixture did not give,
            # used client assertions, the requests counted towards limits, faults or the journal.
            """;

    /** Returns the text, after running due tasks; each environment is read at one moment. */
    public String text() {
        return text(bank.prepared().fixture().bank());
    }

    /** Returns the same with the dialect under another name. */
    public String text(String dialect) {
        CheckedFixture fixture = bank.prepared().fixture();
        Setting clock = bank.clock().setting();
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("bank", dialect);
        clock(clock).ifPresent(text -> root.put("clock", text));
        bank.seed().ifPresent(seed -> root.put(SEED, seed));
        RealmExport export = new RealmExport(clock.frozenAt());
        root.setAll(export.of(bank.production()));
        ObjectNode environments = JsonNodeFactory.instance.objectNode();
        bank.environments().values().stream()
                .filter(environment -> !environment.prefix().isEmpty())
                .forEach(environment -> environments.set(name(environment), export.of(environment)));
        if (!environments.isEmpty()) {
            root.set("environments", environments);
        }
        bank.seed().ifPresent(seed -> root.put(SEED, seed));
        String title = fixture.dialect().title();
        return HEAD.formatted(title, Instant.ofEpochMilli(bank.clock().get().toEpochMilli())) + YamlText.of(root);
    }

    private static String name(Environment environment) {
        return environment.prefix().substring(1);
    }

    /** Returns where the clock stands, or how far it is ahead of the system's; empty if it follows that. */
    private static Optional<String> clock(Setting clock) {
        Instant frozenAt = clock.frozenAt();
        if (frozenAt != null) {
            return Optional.of(frozenAt.toString());
        }
        return Optional.of(clock.offset()).filter(offset -> !offset.isZero()).map(Duration::toString);
    }
}
