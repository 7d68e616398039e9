package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Denial;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A path that leads to one resource through another. */
class NestedPathTest {

    private static final String DIALECT = """
            collections:
              accounts: {visible: owned, owner: by}
              cards: {visible: all}
              lines: {visible: through, through: {member: account, collection: accounts}}
            operations:
              - &card {id: card, method: GET, path: "/accounts/{account}/cards/{card}",
                 parameters: [&account {name: account, in: path, schema: {type: string}}, {name: card, in: path, schema: {type: string}}],
                 resources: [&outer {in: path, name: account, collection: accounts, as: account},
                   {in: path, name: card, collection: cards, as: card, where: {accountId: "${account.id}", kind: "${account.kind}"}}],
                 work: {get: {}}}
              - {id: line, method: GET, path: "/accounts/{account}/lines/{line}",
                 parameters: [*account, {name: line, in: path, schema: {type: string}}],
                 resources: [*outer, {in: path, name: line, collection: lines}], work: {get: {}}}
              - {id: plain, method: GET, path: "/cards/{card}", parameters: [{name: card, in: path, schema: {type: string}}],
                 work: {answer: {}}, reply: {body: {plain: "${parameter.card}"}}}
              - {id: around, method: GET, path: "/cards/no-{card}.json",
                 parameters: [{name: card, in: path, schema: {type: string}}],
                 work: {answer: {}}, reply: {body: {around: "${parameter.card}"}}}
            """;
    private static final String FIXTURE = """
            accounts: [{id: a, by: ann, kind: x}, {id: b, by: ann, kind: x}]
            cards: [{id: c-a, accountId: a, kind: x}, {id: c-b, accountId: b, kind: x}, {id: c-y, accountId: a, kind: y}]
            lines: [{id: l-a, account: a}, {id: l-b, account: b}]
            """;

    @AutoClose
    private final TinyBank bank = TinyBank.start(DIALECT, FIXTURE);

    @Test
    void leadsOnlyToWhatFitsTheResourceBefore() {
        assertThat(bank.get("ann", "/accounts/a/cards/c-a")).hasStatus(200);
        assertThat(bank.get("ann", "/accounts/a/cards/c-b"))
                .hasStatus(404)
                .wasRefusedAt("resource", "resource-unknown");
        assertThat(bank.get("ann", "/accounts/b/cards/c-b")).hasStatus(200);
        assertThat(bank.get("ann", "/accounts/a/cards/c-y")).hasStatus(404);
    }

    @Test
    void leadsOnlyToWhatBelongsToTheEntryBefore() {
        assertThat(bank.get("ann", "/accounts/a/lines/l-a")).hasStatus(200);
        assertThat(bank.get("ann", "/accounts/a/lines/l-b"))
                .hasStatus(404)
                .wasRefusedAt("resource", "resource-unknown");
    }

    @Test
    void hasADenialForWhatDoesNotFit() {
        assertThat(bank.sandbank().denials("card"))
                .extracting(Denial::name)
                .anyMatch(name -> name.contains("card with accountId"));
    }

    @Test
    void mayHaveTextAroundAParameter() {
        assertThat(bank.get("ann", "/cards/no-a%20b.json")).hasStatus(200).hasBody("{\"around\": \"a b\"}");
        assertThat(bank.get("ann", "/cards/no-.json")).hasBody("{\"plain\": \"no-.json\"}");
        assertThat(bank.sandbank().denials("around"))
                .extracting(denial ->
                        denial.arrange(bank.sandbank()).request().uri().getRawPath())
                .isNotEmpty()
                .allMatch(path -> path.matches("/api/cards/no-[^/]+[.]json"));
    }
}
