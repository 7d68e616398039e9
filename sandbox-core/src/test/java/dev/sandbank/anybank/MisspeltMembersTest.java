package dev.sandbank.anybank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Denial;
import dev.sandbank.internal.fixture.Checked;
import dev.sandbank.internal.fixture.FixtureLibrary;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A member that a dialect misspells: it is a problem where members are closed, else a hint. */
class MisspeltMembersTest {

    private static final String DIALECT = """
            collections:
              accounts: {visible: all, defaults: {openStatus: open, balance: {available: "1.00"}}}
            views:
              account: {id: "${id}", funds: "${balance.available}"}
            operations:
              - id: pay
                method: POST
                path: /payments
                parameters: [{name: speed, in: query, schema: {enum: [slow, fast]}}]
                body:
                  mediaTypes: [application/json]
                  schema: {type: object, properties: {accountIds: {type: array}, kind: {enum: [gift, bill]}}}
                  example: {accountIds: [a], kind: gift}
                resources: [{in: body, name: /accountIds, collection: accounts, as: account}]
                rules:
                  - {must: {fact: account.openStatus, is: open}, refuse: closed}
                  - {when: [{fact: parameter.speed, is: fast}], must: {fact: body.kind, isNot: gift}, refuse: closed}
                work: {action: {of: account, members: {openStatus: closed}}}
                reply: {status: 201, view: account, body: {kind: "${body.kind}"}}
            refusals: {default: {body: {}}, closed: {status: 409, body: {}}}
            """;
    private static final String FIXTURE = "accounts: [{id: a}, {id: b}]\n";

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
    void isNoneOfAGoodDialect() {
        Checked checked = checked("id: pay", "id: pay");

        assertThat(told(checked)).isEmpty();
        assertThat(checked.notes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            fact: account.openStatus, is | fact: account.openStatsu, is | rules[0].must.fact: found "openStatsu", which nothing else here mentions, did you mean "openStatus"?
            ${balance.available}         | ${balnce.available}          | views.account.funds: found "balnce", which nothing else here mentions, did you mean "balance"?
            is: open}                    | is: opne}                    | rules[0].must.is: found "opne", which nothing else here mentions, did you mean "open"?
            name: /accountIds            | name: /accountId             | resources[0].name: found "accountId", expected one of accountIds, kind, did you mean "accountIds"?
            kind: "${body.kind}"         | kind: "${body.knid}"         | reply.body.kind: found "knid", expected one of accountIds, kind, did you mean "kind"?
            """)
    void isAHintWhereThereMayBeOthers(String from, String to, String hint) {
        Checked checked = checked(from, to);

        assertThat(told(checked)).isEmpty();
        assertThat(checked.notes()).singleElement().asString().endsWith(hint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            isNot: gift      | isNot: gfit      | rules[1].must.isNot: found "gfit", expected one of bill, gift, did you mean "gift"?
            is: fast         | is: fats         | rules[1].when[0].is: found "fats", expected one of fast, slow, did you mean "fast"?
            """)
    void isAProblemWhereASchemaListsWhatThereIs(String from, String to, String problem) {
        assertThat(told(checked(from, to))).singleElement().asString().endsWith(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            name: /accountIds       | name: /accountId     | resources[0].name: found "accountId", expected one of accountIds, kind, did you mean "accountIds"?
            kind: "${body.kind}"    | kind: "${body.knid}" | reply.body.kind: found "knid", expected one of accountIds, kind, did you mean "kind"?
            """)
    void isAProblemWhereTheSchemaIsClosed(String from, String to, String problem) {
        String closed = DIALECT.replace("[gift, bill]}}}", "[gift, bill]}}, additionalProperties: false}");
        TinyBank.write(folder, closed.replace(from, to), FIXTURE);

        assertThat(told(new FixtureLibrary()
                        .checked(folder.resolve("dialect.yaml").toString())))
                .singleElement()
                .asString()
                .endsWith(problem);
    }

    @Test
    void isNotWrittenIntoContentAsIfItsSchemaKnewIt() {
        assertThat(resources(DIALECT)).isNotEmpty();
        assertThat(resources(DIALECT.replace("name: /accountIds", "name: /accountId")))
                .isEmpty();
    }

    private List<String> resources(String dialect) {
        try (TinyBank bank = TinyBank.start(folder, dialect, FIXTURE)) {
            return bank.sandbank().denials("pay").stream()
                    .filter(denial -> denial.gate().equals("resource"))
                    .map(Denial::name)
                    .toList();
        }
    }
}
