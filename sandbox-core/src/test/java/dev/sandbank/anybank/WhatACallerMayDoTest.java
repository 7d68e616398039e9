package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.SandbankException;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fact {@code allows}: every permission that there is on an entry, as the caller has it. */
class WhatACallerMayDoTest {

    private static final String DIALECT = """
            entitlements: {order: {collection: orders, permissions: [pay, cancel]}}
            collections:
              orders: {visible: linked}
              notes: {visible: all}
              items: {visible: through, through: {member: order, collection: orders}}
              parts: {visible: through, through: {member: item, collection: items}}
            views:
              order: {id: "${id}", allows: "${allows}", pay: "${allows.pay}"}
              note: {id: "${id}", allows: "${allows}"}
            operations:
              - {id: parts, method: GET, path: /parts, work: {list: {collection: parts, only: [{fact: allows.cancel, is: true}]}},
                 reply: {view: note, body: "${items}"}}
              - {id: items, method: GET, path: /items, work: {list: {collection: items, only: [{fact: allows.pay, is: true}]}},
                 reply: {view: order, body: "${items}"}}
              - {id: orders, method: GET, path: /orders, scopes: [read], work: {list: {collection: orders}}, reply: {view: order, body: "${items}"}}
              - {id: notes, method: GET, path: /notes, scopes: [read], work: {list: {collection: notes}}, reply: {view: note, body: "${items}"}}
            """;
    private static final String FIXTURE = """
            orders: [{id: one}, {id: two}]
            notes: [{id: note}]
            items: [{id: i1, order: one}, {id: i2, order: two}]
            parts: [{id: p1, item: i1}, {id: p2, item: i2}]
            entitlements:
              - {user: ann, order: one, allow: [pay]}
              - {user: ann, order: two, allow: []}
              - {user: bob, order: one, allow: [cancel, pay]}
            """;

    @TempDir
    Path folder;

    @AutoClose
    private final TinyBank bank = TinyBank.start(DIALECT, FIXTURE);

    @Test
    void isAnObjectWithAllOfThem() {
        assertThat(bank.get("ann", "/orders")).hasBody("""
                [{"id": "one", "allows": {"pay": true, "cancel": false}, "pay": true},
                 {"id": "two", "allows": {"pay": false, "cancel": false}, "pay": false}]""");
        assertThat(bank.get("bob", "/orders"))
                .hasBody("[{\"id\": \"one\", \"allows\": {\"pay\": true, \"cancel\": true}, \"pay\": true}]");
    }

    @Test
    void isAllOfThemForAClientWithoutAUser() {
        assertThat(bank.asClient("GET", "/orders", "read"))
                .has("/1/allows/pay", true)
                .has("/1/allows/cancel", true);
    }

    @Test
    void isThatOnTheNearestEntryThatOneIsThrough() {
        assertThat(bank.get("ann", "/items"))
                .hasBody("[{\"id\": \"i1\", \"allows\": {\"pay\": true, \"cancel\": false}, \"pay\": true}]");
        assertThat(bank.get("ann", "/parts")).hasBody("[]");
        assertThat(bank.get("bob", "/parts"))
                .hasBody("[{\"id\": \"p1\", \"allows\": {\"pay\": true, \"cancel\": true}}]");
    }

    @Test
    void isNotThereWhereNobodyCanBeEntitledToAnything() {
        assertThat(bank.get("ann", "/notes")).hasBody("[{\"id\": \"note\"}]");
    }

    @Test
    void followsWhatIsGrantedAndWithdrawn() {
        bank.sandbank().user("ann").entitle("two", "cancel");
        bank.sandbank().user("ann").withdraw("one", "pay");

        assertThat(bank.get("ann", "/orders")).has("/0/allows/pay", false).has("/1/allows/cancel", true);
    }

    @Test
    void isCheckedInViews() {
        assertTold(
                DIALECT.replace("allows.pay", "allows.pya"),
                "found \"pya\", expected one of cancel, pay, did you mean");
        assertTold(
                "views: {order: {allows: \"${allows}\"}}\n", "found \"allows\", expected another fact: there are no");
    }

    @Test
    void isCheckedInLists() {
        assertTold(
                DIALECT.replace("fact: allows.pay,", "fact: allows.pya,"),
                "found \"pya\", expected one of cancel, pay, did");
        assertTold(
                DIALECT.replace(
                        "list: {collection: notes}", "list: {collection: notes, only: [{fact: allows.pay, is: true}]}"),
                "found \"allows.pay\", expected another fact: there are no permissions for entries of notes");
    }

    private void assertTold(String dialect, String told) {
        assertThatThrownBy(() -> TinyBank.start(folder, dialect, "").close())
                .isInstanceOf(SandbankException.class)
                .hasMessageContaining(told);
    }
}
