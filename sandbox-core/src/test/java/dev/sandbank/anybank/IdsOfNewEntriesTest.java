package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Denial;
import dev.sandbank.testing.Answer;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the id of a new entry comes from, and what happens if it is taken. */
class IdsOfNewEntriesTest {

    private static final String DIALECT = """
            collections:
              notes: {visible: owned, owner: by}
              cases: {visible: all}
              steps: {visible: through, through: {member: case, collection: cases}}
            operations:
              - {id: byMember, method: POST, path: /by-member, body: &json {mediaTypes: [application/json], schema: true, example: {ref: new}},
                 work: {create: {collection: notes, content: true, members: {id: "${body.ref}"}, taken: already-exists}}}
              - {id: put, method: PUT, path: "/notes/{ref}", parameters: [&ref {name: ref, in: path, schema: {type: string, default: new}}],
                 body: *json, work: {create: {collection: notes, id: "${parameter.ref}", content: true, taken: already-exists, replaces: true}}}
              - {id: get, method: GET, path: "/notes/{ref}", parameters: [*ref],
                 resources: [{in: path, name: ref, collection: notes}], work: {get: {}}}
              - {id: openCase, method: POST, path: /cases, work: {create: {collection: cases, id: integer}}}
              - {id: getCase, method: GET, path: "/cases/{ref}", parameters: [*ref],
                 resources: [{in: path, name: ref, collection: cases, as: case}], work: {get: {}}, reply: {body: {number: "${id}"}}}
              - {id: addStep, method: POST, path: "/cases/{ref}/steps", parameters: [*ref],
                 resources: [{in: path, name: ref, collection: cases, as: case}],
                 work: {create: {collection: steps, id: "[A-Z]{2}-[0-9]{6}", members: {case: "${case.id}"}}}}
              - {id: steps, method: GET, path: /steps, work: {list: {collection: steps}}}
              - {id: few, method: POST, path: /few, work: {create: {collection: cases, id: "c[ab]"}}}
            refusals:
              default: {body: {code: "${reason}", text: "${detail}"}}
              already-exists: {status: 409, body: {id: "${id}"}}
            """;
    private static final String FIXTURE = """
            notes: [{id: of-bob, by: bob, text: his}]
            cases: [{id: 7}, {id: c-1}, {id: "12"}]
            steps: [{id: s-1, case: 7}]
            """;

    @AutoClose
    private final TinyBank bank = TinyBank.start(DIALECT, FIXTURE);

    @Test
    void isWhatAMemberSays() {
        assertThat(bank.as("ann", "POST", "/by-member").json("{\"ref\":\"r-1\",\"id\":\"x\"}"))
                .hasStatus(201)
                .has("/id", "r-1")
                .has("/ref", "r-1");
        assertThat(bank.get("ann", "/notes/r-1")).hasStatus(200).has("/by", "ann");
    }

    @Test
    void isRefusedIfItIsTaken() {
        bank.as("ann", "POST", "/by-member").json("{\"ref\":\"r-1\"}").send();

        assertThat(bank.as("ann", "POST", "/by-member").json("{\"ref\":\"r-1\",\"text\":\"again\"}"))
                .hasStatus(409)
                .has("/id", "r-1")
                .wasRefusedAt("rules", "already-exists");
        assertThat(bank.get("ann", "/notes/r-1")).lacks("/text");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"ref\":\"\"}",
                "{\"ref\":null}",
                "{\"ref\":\"a b\"}",
                "{\"ref\":[1]}",
                "{\"ref\":-1}",
                "{\"ref\":\"é\"}"
            })
    void isRefusedIfItIsNone(String content) {
        assertThat(bank.as("ann", "POST", "/by-member").json(content))
                .hasStatus(400)
                .wasRefused("input-invalid");
    }

    @Test
    void isRefusedIfItIsTooLong() {
        assertThat(bank.as("ann", "POST", "/by-member").json("{\"ref\":\"%s\"}".formatted("x".repeat(129))))
                .wasRefused("input-invalid");
    }

    @Test
    void namesWhatIsMadeOrReplaced() {
        assertThat(bank.as("ann", "PUT", "/notes/n").json("{\"text\":\"1\",\"more\":1}"))
                .hasStatus(201)
                .has("/id", "n");
        assertThat(bank.as("ann", "PUT", "/notes/n").json("{\"text\":\"2\",\"by\":\"bob\"}"))
                .hasStatus(200)
                .hasMembersOnly("", "id", "by", "text")
                .has("/text", "2")
                .has("/by", "ann");
    }

    @Test
    void replacesNothingThatTheCallerDoesNotSee() {
        assertThat(bank.as("ann", "PUT", "/notes/of-bob").json("{\"text\":\"mine\"}"))
                .wasRefusedAt("rules", "already-exists");
        assertThat(bank.get("bob", "/notes/of-bob")).has("/text", "his");
    }

    @Test
    void isTheNextNumber() {
        Answer made = bank.as("ann", "POST", "/cases").send();

        assertThat(made.at("/id").isNumber()).isTrue();
        assertThat(made).has("/id", 13);
        assertThat(bank.as("ann", "POST", "/cases")).has("/id", 14);
        assertThat(bank.get("ann", "/cases/14")).has("/number", 14);
        assertThat(bank.get("ann", "/cases/7").send().at("/number").isNumber()).isTrue();
        assertThat(bank.get("ann", "/cases/07")).hasStatus(404);
    }

    @Test
    void isReferredToAsANumber() {
        String id = bank.as("ann", "POST", "/cases/7/steps").send().text("/id");

        assertThat(id).matches("[A-Z]{2}-[0-9]{6}");
        assertThat(bank.get("ann", "/steps").send().each("", "id")).containsExactly("s-1", id);
        assertThat(bank.get("ann", "/steps").send().at("/1/case").isNumber()).isTrue();
    }

    @Test
    void isOfItsOwnThoughAPatternHasFew() {
        Set<String> ids = new HashSet<>();

        for (int count = 0; count < 12; count++) {
            ids.add(bank.as("ann", "POST", "/few").send().text("/id"));
        }

        assertThat(ids).hasSize(12).allMatch(id -> id.matches("c[ab]+"));
    }

    @Test
    void hasADenialForWhatIsTaken() {
        assertThat(bank.sandbank().denials("byMember"))
                .filteredOn(denial -> denial.reason().equals("already-exists"))
                .extracting(Denial::name)
                .singleElement()
                .asString()
                .contains("id taken");
    }
}
