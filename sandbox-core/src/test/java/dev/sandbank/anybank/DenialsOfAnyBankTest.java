package dev.sandbank.anybank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.ArrangedCall;
import dev.sandbank.Denial;
import dev.sandbank.Sandbank;
import dev.sandbank.SandbankException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A bank of one's own has a catalogue of denials, too; what does not follow from its data it tells itself. */
class DenialsOfAnyBankTest {

    private static final String DIALECT = """
            scopeImplies: [{scope: write, gives: [read]}]
            settings: {strict: {type: boolean, default: true, about: Whether it is strict}}
            collections: {notes: {visible: owned, owner: owner}}
            operations:
              - id: sendNote
                method: POST
                path: /notes/{note}/send
                scopes: [read]
                parameters:
                  - {name: note, in: path, schema: {type: string, maxLength: 20}}
                  - {name: to, in: query, required: true, schema: {type: string, enum: [ann, bob]}}
                resources: [{in: path, name: note, collection: notes, as: note}]
                rules:
                  - {when: [{fact: note.kind, is: secret}], must: {fact: parameter.to, is: bob}, refuse: not-for-ann}
                  - {must: {fact: note.pages, to: 9}, refuse: too-long}
                denials:
                  - name: a secret for Ann
                    refuse: not-for-ann
                    where: {strict: true}
                    parameters: {to: ann}
                    state: [{in: notes, id: "${note.id}", set: {kind: secret}}]
                  - {name: lax, refuse: too-long, where: {strict: false}, state: [{in: notes, id: "${note.id}", set: {pages: 10}}]}
                  - {refuse: too-long, unarranged: it takes many pages}
                work: {action: {members: {sent: true}}}
                reply: {status: 204}
            envelope: {contentType: application/json, body: {}, code: /error/code}
            refusals:
              default: {body: {error: {code: "${reason}"}}}
              not-for-ann: {status: 409, body: {error: {code: not-for-her}}}
              too-long: {status: 422, body: {error: {code: too-long}}}
            """;
    private static final String FIXTURE = """
            notes:
              - {id: n-1, owner: ann, kind: plain, pages: 1}
              - {id: n-2, owner: bob, kind: plain, pages: 1}
            """;

    @TempDir
    Path folder;

    private List<Denial> denials(String fixture) {
        return Sandbank.builder()
                .fixture(TinyBank.write(folder, DIALECT, FIXTURE + fixture).toString())
                .denials("sendNote");
    }

    @Test
    void followFromItsDataAndAreToldBesides() {
        assertThat(denials(""))
                .extracting(Denial::name)
                .contains(
                        "scope: without read",
                        "input: to missing",
                        "input: to invalid",
                        "resource: note unknown",
                        "rules: note.pages more than 9",
                        "rules: a secret for Ann")
                .doesNotContain("rules: lax", "rules: too-long");
    }

    @Test
    void dependOnTheSettingsOfTheFixture() {
        assertThat(denials("settings: {strict: false}\n"))
                .extracting(Denial::name)
                .contains("rules: lax")
                .doesNotContain("rules: a secret for Ann");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scope: without read",
                "rules: note.pages more than 9",
                "rules: a secret for Ann",
                "input: to missing"
            })
    void areWhatItAnswers(String name) throws IOException, InterruptedException {
        Denial denial = denials("").stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();

        try (Sandbank bank = Sandbank.start(folder.resolve("fixture.yaml").toString())) {
            ArrangedCall arranged = denial.arrange(bank);
            int status = HttpClient.newHttpClient()
                    .send(arranged.request(), BodyHandlers.discarding())
                    .statusCode();

            assertThat(status).isEqualTo(denial.status());
            assertThat(bank.journal().calls())
                    .extracting(call -> call.decision().refusal())
                    .containsExactly(denial.reason());
            assertThat(bank.journal().calls().get(0).replyBody())
                    .isEqualTo("{\"error\":{\"code\":\"" + denial.code() + "\"}}");
        }
    }

    @Test
    void endWhereNobodyGetsAnyFurther() {
        List<Denial> denials = Sandbank.builder()
                .fixture(TinyBank.write(folder, DIALECT, "notes: []\n").toString())
                .denials("sendNote");

        assertThat(denials).extracting(Denial::gate).contains("scope", "input").doesNotContain("resource", "rules");
    }

    @Test
    void areNotArrangedAtAnotherBank() {
        Denial denial = denials("").get(0);

        try (Sandbank bank = Sandbank.start("apiture")) {
            assertThatThrownBy(() -> denial.arrange(bank))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a denial of tiny cannot be arranged at apiture");
        }
    }

    @Test
    void areArrangedAsOfTheDayOfTheSandbox() throws IOException, InterruptedException {
        Denial late = Sandbank.builder().fixture("apiture").denials("approvePaymentBatch", "rules").stream()
                .filter(denial -> denial.reason().equals("payment-batch-too-late"))
                .findFirst()
                .orElseThrow();

        try (Sandbank bank = Sandbank.start("apiture")) {
            bank.clock().freezeAt(Instant.parse("2021-03-03T09:00:00Z"));
            HttpClient.newHttpClient().send(late.arrange(bank).request(), BodyHandlers.discarding());

            assertThat(bank.journal().calls())
                    .extracting(call -> call.decision().refusal())
                    .containsExactly("payment-batch-too-late");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            refuse: not-for-ann\\n        where | refuse: not-for-anne\\n        where | operations[0].denials[0].refuse: found "not-for-anne", expected
            where: {strict: true}  | where: {strcit: true}  | operations[0].denials[0].where.strcit: found "strcit", expected one of
            parameters: {to: ann}  | parameters: {tu: ann}  | operations[0].denials[0].parameters.tu: found "tu", expected one of note, to, did you mean "to"?
            parameters: {to: ann}  | body: {to: ann}        | operations[0].denials[0].body: found content, expected none: the operation takes none
            state: [{in: notes, id: "${note.id}", set: {kind: secret}}] | state: [{in: nots, id: "${note.id}", set: {kind: secret}}] | operations[0].denials[0].state[0].in: found "nots", expected one of clients, notes, users, did you mean "notes"?
            state: [{in: notes, id: "${note.id}", set: {kind: secret}}] | state: [{in: notes, id: "${nte.id}", set: {kind: secret}}] | operations[0].denials[0].state[0].id: found "nte.id", expected a fact that begins with
            state: [{in: notes, id: "${note.id}", set: {kind: secret}}] | state: [{in: notes, id: "${note.id}"}] | operations[0].denials[0].state[0]
            """)
    void areCheckedWhenTheDialectIsRead(String right, String wrong, String told) {
        String slip = DIALECT.replace(right.replace("\\n", "\n"), wrong.replace("\\n", "\n"));
        assertThat(slip).isNotEqualTo(DIALECT);
        Path fixture = TinyBank.write(folder, slip, FIXTURE);

        assertThatThrownBy(() -> Sandbank.start(fixture.toString()).close())
                .isInstanceOf(SandbankException.class)
                .hasMessageContaining(told);
    }
}
