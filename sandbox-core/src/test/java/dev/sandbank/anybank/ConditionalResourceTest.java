package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;

import dev.sandbank.DenialReason;
import dev.sandbank.testing.HttpCall;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The same member may name one thing or another: what, another member says. */
class ConditionalResourceTest {

    private static final String DIALECT = """
            collections:
              accounts: {visible: owned, owner: owner}
              cards: {visible: owned, owner: owner}
            operations:
              - id: pay
                method: POST
                path: /payments
                body: {mediaTypes: [application/json], schema: {type: object}}
                resources:
                  - {when: [{fact: body.kind, is: account}], in: body, name: /from, collection: accounts, entity: account}
                  - {when: [{fact: body.kind, is: card}], in: body, name: /from, collection: cards, entity: card}
                work: {create: {collection: accounts, content: true}}
                reply: {status: 201}
            """;

    @AutoClose
    private final TinyBank bank =
            TinyBank.start(DIALECT, "accounts: [{id: one, owner: ann}]\ncards: [{id: two, owner: ann}]\n");

    @Test
    void isLookedForWhereTheOtherMemberSays() {
        assertThat(pay("account", "one")).hasStatus(201);
        assertThat(pay("card", "two")).hasStatus(201);
    }

    @Test
    void isNotFoundAmongTheOthers() {
        assertThat(pay("account", "two")).hasStatus(404).wasRefusedAt("resource", DenialReason.RESOURCE_UNKNOWN);
        assertThat(pay("card", "one")).hasStatus(404).wasRefusedAt("resource", DenialReason.RESOURCE_UNKNOWN);
    }

    @Test
    void isNothingWhereNeitherIsMeant() {
        assertThat(pay("cash", "nothing")).hasStatus(201).wasAllowed();
    }

    private HttpCall pay(String kind, String from) {
        return bank.as("ann", "POST", "/payments").json("{\"kind\":\"" + kind + "\",\"from\":\"" + from + "\"}");
    }
}
