package dev.sandbank.anybank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sandbank.Sandbank;
import dev.sandbank.SandbankException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a fixture is told for any bank. */
class FixtureOfAnyBankTest {

    private static final String DIALECT = """
            entitlements: {account: {collection: accounts, permissions: [view, transfer]}}
            collections:
              accounts: {visible: linked}
              consents: {visible: owned, owner: psu}
              entries: {visible: through, through: {member: account, collection: accounts}}
            states: {dormant: {methods: writes}}
            """;
    private static final String GOOD = """
            accounts: [{id: giro, createdAt: "2031-01-01T00:00:00Z"}]
            consents: [{id: c, psu: ann}]
            entries: [{id: e, account: giro}]
            entitlements: [{user: ann, account: giro, allow: [view]}]
            users: [{id: ann, status: dormant}, {id: bob}]
            settings: {accessTokenLifetime: PT5M}
            """;

    @TempDir
    Path folder;

    @Test
    void isGoodIfEverythingIsThere() {
        try (TinyBank bank = TinyBank.start(folder, DIALECT, GOOD)) {
            assertThat(bank.sandbank().user("ann").permissions("giro")).containsExactly("view");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "psu: ann | psu: anna | consents[0].psu: found \"anna\", expected the id of a user, did you mean \"ann\"?",
                "c, psu: ann | c | consents[0].psu: found nothing, expected the id of a user",
                "psu: ann | psu: 5 | consents[0].psu: found the number 5, expected the id of a user",
                "psu: ann | psu: [ann, anm] | consents[0].psu[1]: found \"anm\", expected the id of a user, did you mean \"ann\"?",
                "psu: ann | psu: [5] | consents[0].psu[0]: found the number 5, expected the id of a user",
                "account: giro} | account: gira} | entries[0].account: found \"gira\", expected the id of an entry of accounts, did you mean \"giro\"?",
                "e, account: giro | e | entries[0].account: found nothing, expected the id of an entry of accounts",
                "e, account: giro | e, account: 5 | entries[0].account: found the number 5, expected the id of an entry of accounts",
                "account: giro, allow | account: gira, allow | entitlements[0].account: found \"gira\", expected the id of an entry of accounts, did you mean \"giro\"?",
                "account: giro, allow | acount: giro, allow | entitlements[0]: found 0 resources, expected account",
                "user: ann | user: anm | entitlements[0].user: found \"anm\", expected the id of a user, did you mean \"ann\"?",
                "[view] | [veiw] | entitlements[0].allow[0]: found \"veiw\", expected one of view, transfer, did you mean \"view\"?",
                "status: dormant | status: dorment | users[0].status: found \"dorment\", expected one of active, blocked, disabled, dormant, did you mean \"dormant\"?",
                "Lifetime: PT5M | Lifetime: 5 | settings.accessTokenLifetime: found the number 5, expected a positive ISO-8601 duration, such as \"PT15M\"",
                "accessTokenLifetime | accesTokenLifetime | settings.accesTokenLifetime: found \"accesTokenLifetime\", expected one of apiAudience, accessTokenLifetime, checkAudience, singleAccessToken, controlApi, cors, decisionHeader, memory, claims, jwtType, did you mean \"accessTokenLifetime\"?",
                "{id: ann, | {id: ann, id: bob, | users[0].id: found \"id\" a second time, expected each member once: the first is on line 6",
                "2031-01-01T00:00:00Z | yesterday | accounts[0].createdAt: found \"yesterday\", expected a moment in UTC, such as \"2031-03-03T09:00:00Z\"",
                "\"2031-01-01T00:00:00Z\" | 5 | accounts[0].createdAt: found the number 5, expected a moment in UTC, such as \"2031-03-03T09:00:00Z\"",
                "entries: [ | entires: [ | entires: found \"entires\", expected one of accounts, consents, entries, did you mean \"entries\"?",
            })
    void isRefusedWithThePlaceAndTheRemedy(String good, String bad, String problem) {
        String fixture = GOOD.replace(good, bad);
        assertThat(fixture).isNotEqualTo(GOOD);
        Path path = TinyBank.write(folder, DIALECT, fixture);

        SandbankException refused = catchThrowableOfType(
                SandbankException.class, () -> Sandbank.start(path.toString()).close());

        assertThat(refused).isNotNull();
        assertThat(refused.problems()).anySatisfy(told -> assertThat(told).contains(": " + problem));
    }
}
