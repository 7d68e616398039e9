package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What an operation does besides its main work. */
class SeveralEntriesTest {

    private static final String DIALECT = """
            collections:
              accounts: {visible: owned, owner: by}
              cards: {visible: owned, owner: by}
              events: {visible: all}
              limits: {visible: owned, owner: by}
            operations:
              - id: close
                method: POST
                path: "/accounts/{id}/closing"
                parameters: [&id {name: id, in: path, schema: {type: string}}, {name: ref, in: query, schema: {type: string}},
                  {name: heir, in: query, schema: {type: string}}]
                resources:
                  - {in: path, name: id, collection: accounts, as: account}
                  - {in: query, name: heir, collection: accounts, as: heir}
                work:
                  action: {members: {state: closed}}
                  also:
                    - {set: heir, members: {inherits: "${account.balance}", from: "${entry.id}"}}
                    - {each: cards, only: [{fact: account, is: "${entry.id}"}, {fact: kind, isNot: spare}],
                       members: {state: "${entry.state}", was: "${each.state}"}}
                    - {each: cards, only: [{fact: account, is: "${entry.id}"}, {fact: kind, is: spare}], gone: true}
                    - {create: {collection: events, id: "${parameter.ref}", taken: repeated,
                       members: {of: "${entry.id}", before: "${account.state}", after: "${entry.state}"}}}
                    - {set: account, members: {cards: 0}}
              - {id: remove, method: DELETE, path: "/accounts/{id}", parameters: [*id],
                 resources: [{in: path, name: id, collection: accounts, as: account}],
                 work: {delete: {}, also: [{create: {collection: events, id: gone-4, members: {of: "${entry.id}", had: "${entry.balance}"}}},
                   {set: account, members: {state: undead}}]}}
              - {id: both, method: POST, path: /both, parameters: [{name: one, in: query, schema: {type: string}}],
                 resources: [{in: query, name: one, collection: accounts, as: one}],
                 work: {answer: {}, also: [{delete: one}]}}
              - {id: accounts, method: GET, path: /accounts, work: {list: {collection: accounts}}}
              - {id: cards, method: GET, path: /cards, work: {list: {collection: cards}}}
              - {id: events, method: GET, path: /events, work: {list: {collection: events}}}
            refusals:
              default: {body: {code: "${reason}", text: "${detail}"}}
              repeated: {status: 409, body: {id: "${id}"}}
            """;
    private static final String FIXTURE = """
            accounts: [{id: a, by: ann, state: open, balance: "5.00"}, {id: b, by: ann, state: open}]
            cards: [{id: c-1, account: a, by: ann, state: good, kind: x}, {id: c-2, account: a, by: ann, kind: spare},
              {id: c-3, account: b, by: ann, state: good, kind: x}, {id: c-4, account: a, by: bob, state: good, kind: x}]
            events: [{id: e-1}]
            """;
    private static final String CLOSING = "/accounts/a/closing";

    @AutoClose
    private final TinyBank bank = TinyBank.start(DIALECT, FIXTURE);

    @Test
    void isDoneStepByStepWithTheResourcesAsTheyWereBefore() {
        assertThat(bank.as("ann", "POST", CLOSING).query("ref", "r").query("heir", "b"))
                .hasStatus(204);

        assertThat(bank.get("ann", "/accounts"))
                .has("/0/state", "closed")
                .has("/0/cards", 0)
                .has("/1/inherits", "5.00")
                .has("/1/from", "a")
                .has("/1/state", "open");
        assertThat(bank.get("ann", "/events"))
                .has("/1/id", "r")
                .has("/1/of", "a")
                .has("/1/before", "open")
                .has("/1/after", "closed");
    }

    @Test
    void takesAlongWhatDependsOnTheEntryAndTheCallerSees() {
        bank.as("ann", "POST", CLOSING).query("ref", "r").send();

        assertThat(bank.get("ann", "/cards"))
                .has("/0/id", "c-1")
                .has("/0/state", "closed")
                .has("/0/was", "good")
                .has("/1/id", "c-3")
                .has("/1/state", "good")
                .lacks("/2");
        assertThat(bank.get("bob", "/cards")).has("/0/state", "good");
    }

    @Test
    void isUndoneAsAWholeIfAStepIsRefused() {
        assertThat(bank.as("ann", "POST", CLOSING).query("ref", "e-1").query("heir", "b"))
                .hasStatus(409)
                .wasRefusedAt("rules", "repeated");

        assertThat(bank.get("ann", "/accounts"))
                .has("/0/state", "open")
                .lacks("/0/cards")
                .lacks("/1/from");
        assertThat(bank.get("ann", "/cards").send().each("", "id")).containsExactly("c-1", "c-2", "c-3");
    }

    @Test
    void leavesOutAStepAboutWhatTheCallDoesNotName() {
        assertThat(bank.as("ann", "POST", CLOSING).query("ref", "r")).hasStatus(204);
        assertThat(bank.get("ann", "/accounts")).lacks("/1/from");
    }

    @Test
    void knowsTheEntryThatIsGoneAndDoesNotBringItBack() {
        assertThat(bank.as("ann", "DELETE", "/accounts/a")).hasStatus(204);
        assertThat(bank.get("ann", "/events")).has("/1/of", "a").has("/1/had", "5.00");
        assertThat(bank.get("ann", "/accounts").send().each("", "id")).containsExactly("b");
    }

    @Test
    void mayBeAllThereIs() {
        assertThat(bank.as("ann", "POST", "/both?one=b")).hasStatus(204);
        assertThat(bank.get("ann", "/accounts").send().each("", "id")).containsExactly("a");
    }
}
