package dev.sandbank.internal.bank;

import dev.sandbank.internal.fixture.CheckedFixture;
import dev.sandbank.internal.fixture.EnvironmentFixture;
import dev.sandbank.internal.model.Settings;
import dev.sandbank.internal.store.Seed;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A fixture made ready to start sandboxes from: done once, then every start only writes the rows.
 *
 * @param fixture the fixture
 * @param definition its bank's manners
 * @param realms what each environment starts from, by path prefix: empty for production, {@code /cat} for {@code cat}
 */
public record PreparedFixture(CheckedFixture fixture, BankDefinition definition, Map<String, EnvironmentSeed> realms) {

    /**
     * What one environment starts from.
     *
     * @param realm what the fixture says of it
     * @param seed the same as rows
     * @param settings its switches
     */
    public record EnvironmentSeed(EnvironmentFixture realm, Seed seed, Settings settings) {}

    public static PreparedFixture of(CheckedFixture fixture, BankDefinition definition) {
        Map<String, EnvironmentSeed> realms = new LinkedHashMap<>();
        fixture.environments().forEach((name, realm) -> realms.put("/" + name, start(definition, realm)));
        realms.put("", start(definition, fixture.root()));
        return new PreparedFixture(fixture, definition, realms);
    }

    private static EnvironmentSeed start(BankDefinition definition, EnvironmentFixture realm) {
        return new EnvironmentSeed(realm, Seeding.of(definition.dialect(), realm), new Settings(realm.settings()));
    }
}
