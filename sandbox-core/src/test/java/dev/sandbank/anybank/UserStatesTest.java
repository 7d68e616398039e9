package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What users in some state are refused. */
class UserStatesTest {

    private static final String OPERATIONS = """
            collections: {notes: {visible: all}}
            operations:
              - {id: list, method: GET, path: /notes, work: {list: {collection: notes}}, reply: {body: {all: "${items}"}}}
              - {id: add, method: POST, path: /notes, work: {create: {collection: notes}}, reply: {status: 201}}
              - {id: get, method: GET, path: "/notes/{id}", parameters: [&id {name: id, in: path, schema: {type: string}}],
                 resources: [&note {in: path, name: id, collection: notes}], work: {get: {}}, reply: {body: "${entry}"}}
              - {id: put, method: PUT, path: "/notes/{id}", parameters: [*id], resources: [*note], work: {action: {}}}
              - {id: patch, method: PATCH, path: "/notes/{id}", parameters: [*id], resources: [*note], work: {action: {}}}
              - {id: delete, method: DELETE, path: "/notes/{id}", parameters: [*id], resources: [*note], work: {action: {}}}
            refusals:
              default: {body: {code: "${reason}", text: "${detail}"}}
              frozen: {status: 423, body: {text: "${detail}"}}
            states: {cold: {methods: writes, refuse: frozen}, odd: {methods: [GET, DELETE]}, left: {methods: none, tokens: refused}}
            """;
    private static final String FIXTURE = """
            notes: [{id: n}]
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "all; 403 403 403 403 403 403", "writes; 200 200 403 403 403 403", "none; 200 200 201 204 204 204",
                "[GET]; 403 403 201 204 204 204", "[POST, PUT]; 200 200 403 403 204 204",
                        "[PATCH, DELETE]; 200 200 201 204 403 403"
            })
    void areForTheBlockedWhatTheBankSays(String methods, String statuses) {
        String blocked = "blocked: {methods: %s}\n".formatted(methods);
        try (TinyBank bank = TinyBank.start(folder, OPERATIONS + blocked, FIXTURE)) {
            bank.sandbank().user("ann").block();

            assertThatAnnGets(bank, statuses);
            assertThat(bank.get("bob", "/notes")).hasStatus(200);
        }
    }

    @Test
    void areEverythingForTheBlockedOfABankThatSaysNothing() {
        try (TinyBank bank = TinyBank.start(folder, OPERATIONS, FIXTURE)) {
            bank.sandbank().user("ann").block();

            assertThatAnnGets(bank, "403 403 403 403 403 403");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "cold, 200 200 423 423 423 423",
        "odd, 403 403 201 204 204 403",
        "left, 200 200 201 204 204 204",
        "active, 200 200 201 204 204 204"
    })
    void areOfEveryKindThatTheBankNames(String state, String statuses) {
        String users = "users: [{id: ann, status: %s}, {id: bob}]\n".formatted(state);
        try (TinyBank bank = TinyBank.start(folder, OPERATIONS, FIXTURE + users)) {
            assertThatAnnGets(bank, statuses);

            if (!state.equals("cold")) {
                bank.sandbank().user("ann").become("cold");
            }

            assertThatAnnGets(bank, "200 200 423 423 423 423");
        }
    }

    @Test
    void areNotThoseOfUnknownStates() {
        try (TinyBank bank = TinyBank.start(folder, OPERATIONS, FIXTURE)) {
            assertThatThrownBy(() -> bank.sandbank().user("ann").become("warm"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the bank does not know the user state warm");
        }
    }

    /** In turn: GET, HEAD, POST, PUT, PATCH, DELETE. */
    private static void assertThatAnnGets(TinyBank bank, String statuses) {
        String[] methods = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"};
        for (int i = 0; i < methods.length; i++) {
            String path = methods[i].equals("POST") ? "/notes" : "/notes/n";
            int status = Integer.parseInt(statuses.substring(4 * i, 4 * i + 3));
            assertThat(bank.as("ann", methods[i], path)).hasStatus(status);
        }
    }
}
