package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Members, views and refusals that a fact chooses. */
class ChoicesTest {

    private static final String DIALECT = """
            collections:
              accounts: {visible: all}
            views:
              card: {type: card, number: "${number}", limit: {$if: [{fact: limit, moreThan: 0}], $then: "${limit}"}}
              iban: {type: iban, iban: "${iban}", open: {$if: [{fact: state, is: open}], $then: true, $else: {since: "${closed}"}}}
            operations:
              - id: listAccounts
                method: GET
                path: /accounts
                parameters: [{name: size, in: query, schema: {type: integer, default: 2}}, {name: start, in: query, schema: {type: integer, default: 0}}]
                work: {list: {collection: accounts, pages: {style: offset, start: start, size: size}}}
                reply:
                  status: {$if: [{fact: matching, is: 5}], $then: {$if: [{fact: items, none: [{fact: each.type, is: iban}]}], $then: 200, $else: 203}, $else: 206}
                  view: "${kind else 'iban'}"
                  body:
                    items: "${items}"
                    more: {$if: [{fact: next, present: true}], $then: yes, $else: no}
                    tags: [{$if: [{fact: parameter.size, is: 1}], $then: one}, all]
              - id: closeAccount
                method: POST
                path: /accounts/{id}
                parameters: [{name: id, in: path, schema: {type: string}}]
                resources: [{in: path, name: id, collection: accounts, as: account}]
                rules: [{must: {fact: account.state, is: open}, refuse: "not-${account.state}"}]
                work: {action: {members: {state: closed, note: {$if: [{fact: account.limit, present: true}], $then: limited}}}}
                reply: {body: "${entry}"}
            refusals:
              default: {body: {code: "${reason}", hint: {$if: [{fact: reason, is: not-new}], $then: wait, $else: "${null}"}}}
              not-new: {status: 425, body: {code: new}}
              not-closed: {status: 410, body: {code: gone}}
            """;
    private static final String FIXTURE = """
            accounts:
              - {id: a, kind: card, number: "1", limit: 5, state: open}
              - {id: b, kind: card, number: "2", limit: 0, state: closed}
              - {id: c, iban: X, state: open}
              - {id: d, iban: Y, state: new, closed: never}
              - {id: e, kind: loan, state: odd}
            """;

    @AutoClose
    private final TinyBank bank = TinyBank.start(DIALECT, FIXTURE);

    @Test
    void showEachEntryByItsView() {
        assertThat(bank.get("ann", "/accounts").query("size", "4").send()).hasBody("""
                {"items": [
                    {"type": "card", "number": "1", "limit": 5}, {"type": "card", "number": "2"},
                    {"type": "iban", "iban": "X", "open": true}, {"type": "iban", "iban": "Y", "open": {"since": "never"}}],
                 "more": "yes", "tags": ["all"]}""");
        assertThat(bank.get("ann", "/accounts").query("size", "1").send()).has("/tags/0", "one");
    }

    @Test
    void areTheStatusOfAReply() {
        assertThat(bank.get("ann", "/accounts?size=2")).hasStatus(200);
        assertThat(bank.get("ann", "/accounts?size=3")).hasStatus(203);
    }

    @Test
    void failWhereThereIsNoSuchView() {
        assertThat(bank.get("ann", "/accounts?start=4"))
                .hasStatus(500)
                .has("/code", "internal-error")
                .wasRefused("internal-error");
    }

    @Test
    void setMembersOnlyIf() {
        assertThat(bank.as("ann", "POST", "/accounts/a").send()).has("/note", "limited");
        assertThat(bank.as("ann", "POST", "/accounts/c").send()).lacks("/note").has("/state", "closed");
    }

    @Test
    void refuseInTheWordsForTheFact() {
        assertThat(bank.as("ann", "POST", "/accounts/b").send()).hasStatus(410).wasRefusedAt("rules", "not-closed");
        assertThat(bank.as("ann", "POST", "/accounts/d").send()).hasStatus(425).has("/code", "new");
    }

    @Test
    void refuseAllTheSameWhereThereIsNoSuchRefusal() {
        assertThat(bank.as("ann", "POST", "/accounts/e").send())
                .hasStatus(500)
                .wasRefusedAt("rules", "internal-error")
                .hasBody("""
                        {"code": "internal-error", "hint": null}""");
    }
}
