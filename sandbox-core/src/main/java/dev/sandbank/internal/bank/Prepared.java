package dev.sandbank.internal.bank;

import dev.sandbank.internal.fixture.Fixture;
import dev.sandbank.internal.fixture.Realm;
import dev.sandbank.internal.model.Settings;
import dev.sandbank.internal.store.Seed;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A fixture made ready to start sandboxes from: done once, then every start only writes the rows.
 *
 * @param fixture the fixture
 * @param manners its bank's manners
 * @param realms what each environment starts from, by path prefix: empty for production, {@code /cat} for {@code cat}
 */
public record Prepared(Fixture fixture, Manners manners, Map<String, Start> realms) {

    /**
     * What one environment starts from.
     *
     * @param realm what the fixture says of it
     * @param seed the same as rows
     * @param settings its switches
     */
    public record Start(Realm realm, Seed seed, Settings settings) {}

    public static Prepared of(Fixture fixture, Manners manners) {
        Map<String, Start> realms = new LinkedHashMap<>();
        fixture.environments().forEach((name, realm) -> realms.put("/" + name, start(manners, realm)));
        realms.put("", start(manners, fixture.root()));
        return new Prepared(fixture, manners, realms);
    }

    private static Start start(Manners manners, Realm realm) {
        return new Start(realm, Seeding.of(manners.dialect(), realm), new Settings(realm.settings()));
    }
}
