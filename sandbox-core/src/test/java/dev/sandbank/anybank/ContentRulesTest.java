package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;

import dev.sandbank.DenialReason;
import dev.sandbank.testing.HttpCall;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules about content alone come before anything that it names; what it does not name can come from elsewhere. */
class ContentRulesTest {

    private static final String DIALECT = """
            collections:
              accounts: {visible: linked}
              orders: {visible: all}
            entitlements:
              account: {collection: accounts, permissions: [debit]}
            operations:
              - id: move
                method: POST
                path: /moves
                body:
                  mediaTypes: [application/json]
                  schema: &order {type: object, properties: {from: {type: string}, to: {type: string}, note: {type: string}}}
                  rules:
                    - {when: [{fact: body.from, present: true}], must: {fact: body.from, isNot: "${body.to}"}, refuse: same}
                    - {must: {fact: body.secret, present: false}, refuse: secret}
                resources: [{in: body, name: /from, collection: accounts, entity: account, permission: debit}]
                work: {create: {collection: orders, content: true}}
                reply: {status: 201}
              - id: changeMove
                method: PATCH
                path: /moves/{id}
                parameters: [{name: id, in: path, schema: {type: string}}]
                body: {mediaTypes: [application/json], schema: *order}
                resources:
                  - {in: path, name: id, collection: orders, as: order}
                  - {in: body, name: /from, or: "${order.from}", collection: accounts, entity: account, permission: debit}
                work: {patch: {}}
                reply: {body: "${entry}"}
            refusals:
              default: {body: {code: "${reason}", text: "${detail}"}}
              same: &no {status: 422, body: {text: "${detail}"}}
              secret: *no
            """;
    private static final String FIXTURE = """
            accounts: [{id: mine}, {id: lent}, {id: theirs}]
            orders: [{id: first, from: mine, to: lent}, {id: second, from: lent, to: mine}, {id: third, from: theirs}]
            entitlements:
              - {user: ann, account: mine, allow: [debit]}
              - {user: ann, account: lent, allow: []}
            """;

    @AutoClose
    private final TinyBank bank = TinyBank.start(DIALECT, FIXTURE);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'from':'theirs','to':'theirs'} | same",
                "{'from':'lent','to':'lent'} | same",
                "{'from':'lent','to':'mine','secret':'x'} | secret"
            })
    void areKeptBeforeAnythingIsLookedFor(String body, String refusal) {
        assertThat(move(body)).hasStatus(422).wasRefusedAt("input", refusal);
    }

    @Test
    void letOnWhatIsNotTheSame() {
        assertThat(move("{'from':'mine','to':'lent'}")).wasAllowed().hasStatus(201);
    }

    @Test
    void countOnlyForWhatIsThere() {
        assertThat(move("{'to':'lent'}")).wasAllowed().hasStatus(201);
    }

    @Test
    void leaveTheNextGatesTheirOwn() {
        assertThat(move("{'from':'theirs','to':'mine'}")).wasRefusedAt("resource", DenialReason.RESOURCE_UNKNOWN);
        assertThat(move("{'from':'lent','to':'mine'}")).wasRefusedAt("entitlement", DenialReason.ENTITLEMENT_MISSING);
    }

    @Test
    void whatContentDoesNotNameIsThatOfTheEarlierResource() {
        assertThat(change("first", "{'note':'rent'}")).wasAllowed().has("/note", "rent");
        assertThat(change("second", "{'note':'rent'}")).wasRefusedAt("entitlement", DenialReason.ENTITLEMENT_MISSING);
        assertThat(change("third", "{'note':'rent'}")).wasRefusedAt("resource", DenialReason.RESOURCE_UNKNOWN);
    }

    @Test
    void whatContentNamesComesFirst() {
        assertThat(change("third", "{'from':'mine'}")).wasAllowed();
        assertThat(change("first", "{'from':'lent'}")).wasRefusedAt("entitlement", DenialReason.ENTITLEMENT_MISSING);
    }

    private HttpCall move(String body) {
        return bank.as("ann", "POST", "/moves").json(body.replace('\'', '"'));
    }

    private HttpCall change(String order, String body) {
        return bank.as("ann", "PATCH", "/moves/" + order).json(body.replace('\'', '"'));
    }
}
