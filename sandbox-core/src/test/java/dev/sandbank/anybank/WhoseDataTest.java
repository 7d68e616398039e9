package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.testing.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose entries a caller sees, in a list and one by one. */
class WhoseDataTest {

    private static final String DIALECT =
            """
            entitlements: {linked: {collection: linked, permissions: [see]}}
            collections:
              linked: {visible: linked}
              owned: {visible: owned, owner: by}
              under: {visible: through, through: {member: up, collection: linked}}
              deeper: {visible: through, through: {member: up, collection: under}}
              open: {visible: all}
            operations:
            """ + operations("linked") + operations("owned") + operations("under") + operations("deeper")
                    + operations("open");
    private static final String FIXTURE = """
            linked: [{id: l-a}, {id: l-b}, {id: l-0}]
            entitlements: [{user: ann, linked: l-a, allow: [see]}, {user: bob, linked: l-b, allow: []}]
            owned: [{id: o-a, by: ann}, {id: o-b, by: bob}]
            under: [{id: u-a, up: l-a}, {id: u-b, up: l-b}, {id: u-0, up: l-0}]
            deeper: [{id: d-a, up: u-a}, {id: d-b, up: u-b}, {id: d-0, up: u-0}]
            open: [{id: x-1}, {id: x-2}]
            """;

    @TempDir
    Path folder;

    private TinyBank bank;

    private static String operations(String collection) {
        return """
              - {id: list-%1$s, method: GET, path: /%1$s, work: {list: {collection: %1$s}}, reply: {body: {all: "${items}"}}}
              - {id: get-%1$s, method: GET, path: "/%1$s/{id}", parameters: [{name: id, in: path, schema: {type: string}}],
                 resources: [{in: path, name: id, collection: %1$s}], work: {get: {}}, reply: {body: "${entry}"}}
            """.formatted(collection);
    }

    @BeforeEach
    void start() {
        bank = TinyBank.start(folder, DIALECT, FIXTURE);
    }

    @AfterEach
    void close() {
        bank.close();
    }

    @ParameterizedTest
    @CsvSource({
        "linked, l-a, l-b, l-a l-b l-0",
        "owned, o-a, o-b, o-a o-b",
        "under, u-a, u-b, u-a u-b u-0",
        "deeper, d-a, d-b, d-a d-b d-0",
        "open, x-1 x-2, x-1 x-2, x-1 x-2"
    })
    void isListedForUsersAndForClients(String collection, String ofAnn, String ofBob, String ofClient) {
        assertThat(ids(bank.get("ann", "/" + collection).send())).isEqualTo(ofAnn);
        assertThat(ids(bank.get("bob", "/" + collection).send())).isEqualTo(ofBob);
        assertThat(ids(bank.asClient("GET", "/" + collection).send())).isEqualTo(ofClient);
    }

    @ParameterizedTest
    @CsvSource({
        "/linked/l-a, 200, 404", "/linked/l-b, 404, 200", "/linked/l-0, 404, 404", "/owned/o-a, 200, 404",
        "/under/u-a, 200, 404", "/under/u-b, 404, 200", "/under/u-0, 404, 404", "/deeper/d-a, 200, 404",
        "/deeper/d-b, 404, 200", "/deeper/d-0, 404, 404", "/open/x-1, 200, 200", "/open/l-a, 404, 404"
    })
    void isFoundOnlyIfItWouldBeListed(String path, int ann, int bob) {
        assertThat(bank.get("ann", path)).hasStatus(ann);
        assertThat(bank.get("bob", path)).hasStatus(bob);
        assertThat(bank.as("bob", "HEAD", path)).hasStatus(bob);
        assertThat(bank.asClient("GET", path)).hasStatus(path.equals("/open/l-a") ? 404 : 200);
    }

    private static String ids(Answer answer) {
        return String.join(" ", answer.each("/all", "id"));
    }
}
