package dev.sandbank.anybank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.internal.fixture.Checked;
import dev.sandbank.internal.fixture.FixtureLibrary;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of slip in the events of a dialect, which would otherwise leave a member out, or make no event. */
class EventMistakesTest {

    private static final String DIALECT = """
            collections:
              accounts: {visible: all, defaults: {status: open, balance: "0.00", holders: []}}
            settings: {floor: {type: integer, default: 5, about: The least balance}}
            events:
              opened: {created: accounts, data: {id: "${id}", by: "${client}"}}
              balance:
                - {changed: accounts, members: [balance], when: [{fact: status, is: open}], data: {from: "${before.balance}", floor: "${setting.floor}"}}
                - {changed: accounts, members: [status]}
              left: {changed: accounts, lost: holders, data: {holder: "${each}"}}
              refused: {refused: token-expired, data: {why: "${refusal.reason}"}}
            """;
    private static final String FIXTURE = "accounts: [{id: a}]\n";

    @TempDir
    private Path folder;

    private Checked checked(String from, String to) {
        assertThat(DIALECT).contains(from);
        TinyBank.write(folder, DIALECT.replace(from, to), FIXTURE);
        return new FixtureLibrary().checked(folder.resolve("dialect.yaml").toString());
    }

    private static List<String> told(Checked checked) {
        return checked.problems().stream().map(Object::toString).toList();
    }

    @Test
    void areNotInThis() {
        Checked checked = checked("", "");

        assertThat(told(checked)).isEmpty();
        assertThat(checked.notes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ${setting.floor}   | ${setting.flor}     | events.balance[0].data.floor: found "flor", expected
            is: open           | is: "${setting.x}"  | events.balance[0].when[0].is: found "x", expected
            ${client}          | ${before.balance}   | events.opened.data.by: found "before.balance", expected it only in an event with "changed": there is no such fact here
            ${before.balance}  | ${refusal.reason}   | events.balance[0].data.from: found "refusal.reason", expected it only in an event with "refused": there is no such fact here
            ${client}          | ${each}             | events.opened.data.by: found "each", expected it only in an event with "lost": there is no such fact here
            ${client}          | ${client            | events.opened.data.by: found "${client", expected a "}" for each "${"
            created: accounts  | created: acounts    | events.opened.created: found "acounts", expected one of
            token-expired      | token-expird        | events.refused.refused: found "token-expird", expected
            """)
    void areProblemsWhereItIsCertain(String from, String to, String problem) {
        assertThat(told(checked(from, to))).singleElement().asString().contains("dialect.yaml:", problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ${client}          | ${clint}            | events.opened.data.by: found "clint", which nothing else here mentions, did you mean "client"?
            fact: status       | fact: statsu        | events.balance[0].when[0].fact: found "statsu", which nothing else here mentions, did you mean "status"?
            ${before.balance}  | ${before.balnce}    | events.balance[0].data.from: found "balnce", which nothing else here mentions, did you mean "balance"?
            members: [status]  | members: [satus]    | events.balance[1].members[0]: found "satus", which nothing else here mentions, did you mean "status"?
            lost: holders      | lost: hodlers       | events.left.lost: found "hodlers", which nothing else here mentions, did you mean "holders"?
            """)
    void areHintsWhereThereMayBeOthers(String from, String to, String hint) {
        Checked checked = checked(from, to);

        assertThat(told(checked)).isEmpty();
        assertThat(checked.notes()).singleElement().asString().contains("dialect.yaml:", hint);
    }
}
