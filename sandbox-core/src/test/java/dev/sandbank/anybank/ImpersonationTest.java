package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;

import dev.sandbank.testing.HttpCall;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** For whom a call is made, where a bank lets its callers say so. */
class ImpersonationTest {

    private static final String OPERATIONS = """
            collections: {notes: {visible: owned, owner: by}}
            operations:
              - {id: who, method: GET, path: /who, work: {list: {collection: notes}}, reply: {body: {who: "${subject}", all: "${items}"}}}
              - {id: people, method: GET, path: /people, subjects: [user], work: {list: {collection: notes}}, reply: {body: {who: "${subject}"}}}
              - {id: business, method: GET, path: /business, subjects: ["user:business"], work: {list: {collection: notes}}, reply: {body: {}}}
              - {id: machines, method: GET, path: /machines, subjects: [client], work: {list: {collection: notes}}, reply: {body: {}}}
              - {id: any, method: GET, path: /any, anyScope: [read, write], work: {list: {collection: notes}}, reply: {body: {}}}
              - {id: mixed, method: GET, path: /mixed, scopes: [act], anyScope: [read, write], work: {list: {collection: notes}}, reply: {body: {}}}
            """;
    private static final String FIXTURE = """
            users: [{id: ann, type: business}, {id: bob}, {id: off, status: disabled}]
            notes: [{id: n-ann, by: ann}, {id: n-bob, by: bob}]
            """;
    private static final String BY_HEADER =
            "impersonation: {header: For, pattern: \"(?<kind>user|client) (?<id>[a-z]+)|everybody\", scope: act, form: user or client}\n";
    private static final String BY_PARAMETER = "impersonation: {parameter: for, pattern: \"(?<id>[a-z]+)\"}\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "user stop, /business, subject-blocked",
        "user stop, /people, subject-blocked",
        "user stop, /machines, subject-not-allowed",
        "user bob, /business, subject-not-allowed",
        "client app, /business, subject-not-allowed"
    })
    void isAskedForItsStateBeforeItsTypeAndAfterItsKind(String header, String path, String refusal) {
        String users = FIXTURE.replace("users: [", "users: [{id: stop, type: person, status: blocked}, ");
        try (TinyBank bank = TinyBank.start(folder, OPERATIONS + BY_HEADER, users)) {
            assertThat(bank.asClient("GET", path, "act").header("For", header))
                    .hasStatus(403)
                    .has("/code", refusal);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "act, user ann, 200, ann",
        "act, user bob, 200, bob",
        "act, client app, 200, app",
        "read, client app, 200, app",
        "read, user ann, 403, scope-missing",
        "read, user nobody, 403, scope-missing",
        "act, user nobody, 404, acting-subject-unknown",
        "act, user off, 403, acting-not-allowed",
        "act, client other, 403, acting-not-allowed",
        "act, ann, 400, acting-malformed",
        "act, everybody, 400, acting-malformed",
        "act, '', 400, acting-malformed",
        "act, user ann client app, 400, acting-malformed"
    })
    void isSaidByAHeader(String scope, String header, int status, String told) {
        try (TinyBank bank = TinyBank.start(folder, OPERATIONS + BY_HEADER, FIXTURE)) {
            assertThat(bank.asClient("GET", "/who", scope).header("For", header))
                    .hasStatus(status)
                    .has(status == 200 ? "/who" : "/code", told);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "for=ann, 200, ann",
        "for=bob, 200, bob",
        "'', 200, app",
        "for=nobody, 404, acting-subject-unknown",
        "for=ANN, 400, acting-malformed",
        "for=, 400, acting-malformed",
        "for=ann&for=bob, 400, acting-malformed",
        "for=off, 403, acting-not-allowed",
        "For=ann, 200, app"
    })
    void isSaidByAParameterWithoutAnyScope(String query, int status, String told) {
        try (TinyBank bank = TinyBank.start(folder, OPERATIONS + BY_PARAMETER, FIXTURE)) {
            assertThat(bank.asClient("GET", "/who?" + query, "read"))
                    .hasStatus(status)
                    .has(status == 200 ? "/who" : "/code", told);
        }
    }

    @Test
    void changesWhoseDataIsShown() {
        try (TinyBank bank = TinyBank.start(folder, OPERATIONS + BY_PARAMETER, FIXTURE)) {
            assertThat(bank.asClient("GET", "/who?for=bob"))
                    .has("/all/0/id", "n-bob")
                    .lacks("/all/1");
            assertThat(bank.asClient("GET", "/who")).has("/all/1/id", "n-bob");
        }
    }

    @Test
    void isNeverAnotherThanTheUserOfTheToken() {
        try (TinyBank bank = TinyBank.start(folder, OPERATIONS + BY_PARAMETER, FIXTURE)) {
            assertThat(bank.get("ann", "/who?for=bob"))
                    .hasStatus(403)
                    .wasRefusedAt("on-behalf-of", "acting-not-allowed");
            assertThat(bank.get("ann", "/who?for=ann")).hasStatus(200).has("/who", "ann");
        }
    }

    @Test
    void isNotSaidAtABankThatDoesNotListen() {
        try (TinyBank bank = TinyBank.start(folder, OPERATIONS, FIXTURE)) {
            assertThat(bank.asClient("GET", "/who?for=ann", "act").header("For", "user ann"))
                    .has("/who", "app");
        }
    }

    @ParameterizedTest
    @CsvSource({"/people, 200, 200, 403", "/business, 200, 403, 403", "/machines, 403, 403, 200", "/who, 200, 200, 200"
    })
    void decidesWhichOperationsServe(String path, int ann, int bob, int client) {
        try (TinyBank bank = TinyBank.start(folder, OPERATIONS, FIXTURE)) {
            assertThat(bank.get("ann", path)).hasStatus(ann);
            assertThat(bank.get("bob", path)).hasStatus(bob);
            assertThat(bank.asClient("GET", path)).hasStatus(client);
        }
    }

    @ParameterizedTest
    @CsvSource({"read, 200, 403", "write, 200, 403", "act, 403, 403", "read act, 200, 200", "write act, 200, 200"})
    void needsOneOfSomeScopesAndAllOfOthers(String scopes, int any, int mixed) {
        try (TinyBank bank = TinyBank.start(folder, OPERATIONS, FIXTURE)) {
            String token = bank.sandbank().tokens().forClient("app", scopes.split("[ ]", -1));

            assertThat(HttpCall.get(bank.sandbank(), "/api/any").bearer(token)).hasStatus(any);
            assertThat(HttpCall.get(bank.sandbank(), "/api/mixed").bearer(token))
                    .hasStatus(mixed);
        }
    }
}
