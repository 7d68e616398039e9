package dev.sandbank.internal.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sandbank.anybank.TinyBank;
import dev.sandbank.internal.fixture.source.DataFile;
import dev.sandbank.internal.model.Settings;
import dev.sandbank.internal.model.oauth.Scopes;
import dev.sandbank.internal.model.oauth.UserStatus;
import dev.sandbank.internal.model.operation.Operation;
import dev.sandbank.internal.model.operation.Route;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a dialect says about a name, and what holds if it does not say. */
class DialectTest {

    private static final Dialect TINY = TinyBank.dialect("");
    private static final Dialect RICH = TinyBank.dialect("""
            api: {base: /api/, challenge: {scheme: Bearer, realm: tiny}}
            issuer:
              path: /idp
              discovery: [/idp/metadata]
              endpoints: {token: /idp/token, jwks: /idp/keys}
              grants: [client_credentials]
              authMethods: [client_secret_basic]
              protocolScopes: [openid]
            scopes: {read: Read, write: Write, act: Act for users}
            scopeImplies: [{scope: write, gives: [read]}]
            entitlements: {note: {collection: notes, permissions: [view]}}
            collections: {notes: {visible: owned, owner: by}}
            fixture: {optional: [notes]}
            blocked: {methods: writes, tokens: stay}
            states: {frozen: {methods: [GET], tokens: refused}}
            operations:
              - {id: getNote, method: GET, path: "/notes/{id}", parameters: [{name: id, in: path, schema: {type: string}}],
                 resources: [{in: path, name: id, collection: notes}], work: {get: {}}}
              - {id: listNotes, method: GET, path: /notes, work: {list: {collection: notes}}}
            parameters: [{name: trace, in: header, schema: {type: string}}]
            """);

    @Test
    void knowsWhatItsFileSays() {
        assertThat(RICH.name()).isEqualTo("tiny");
        assertThat(RICH.title()).isEqualTo("Tiny Bank");
        assertThat(RICH.scopes()).containsEntry("act", "Act for users");
        assertThat(RICH.scopeImplies()).containsExactly(new ImpliedScopes("write", List.of("read"), null));
        assertThat(RICH.entitlements()).containsOnlyKeys("note");
        assertThat(RICH.collections()).containsOnlyKeys("notes");
        assertThat(RICH.fixture().optional()).containsExactly("notes");
    }

    @Test
    void showsAllEntriesOfACollectionThatItDoesNotMention() {
        assertThat(RICH.collection("notes").owner()).isEqualTo("by");
        assertThat(RICH.collection("others")).isEqualTo(Visibility.ALL);
    }

    @Test
    void findsAnOperationByItsId() {
        assertThat(RICH.operation("listNotes").map(Operation::path)).contains("/notes");
        assertThat(RICH.operation("other")).isEmpty();
    }

    @Test
    void refusesABlockedUserEverythingUnlessItSaysLess() {
        assertThat(TINY.state(UserStatus.BLOCKED)).contains(StateRule.strictest());
        assertThat(TINY.blocked().coversTokens()).isTrue();
        assertThat(RICH.state(UserStatus.BLOCKED)).contains(RICH.blocked());
        assertThat(RICH.blocked().coversTokens()).isFalse();
    }

    @Test
    void refusesUsersInItsOwnStatesAndNoOthers() {
        assertThat(RICH.state(new UserStatus("frozen"))).contains(RICH.states().get("frozen"));
        assertThat(RICH.state(UserStatus.ACTIVE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            all          | GET     | true
            all          | POST    | true
            writes       | GET     | false
            writes       | HEAD    | false
            writes       | DELETE  | true
            none         | GET     | false
            none         | POST    | false
            [GET, PUT]   | GET     | true
            [GET, PUT]   | HEAD    | true
            [GET, PUT]   | PUT     | true
            [GET, PUT]   | POST    | false
            [POST]       | HEAD    | false
            """)
    void coversInAStateTheMethodsThatItNames(String methods, String method, boolean covered) {
        JsonNode said = DataFile.parse("test", "value: " + methods).get("value");

        assertThat(new StateRule(said, "stay", "blocked").covers(method)).isEqualTo(covered);
    }

    @Test
    void namesTheAudienceByItsUrlUnlessASettingNamesIt() {
        assertThat(RICH.audience(settings("apiAudience", TextNode.valueOf("")), "http://bank"))
                .isEqualTo("http://bank/api");
        assertThat(RICH.audience(settings("apiAudience", TextNode.valueOf("the-api")), "http://bank"))
                .isEqualTo("the-api");
    }

    @Test
    void checksTheAudienceIfASettingSaysSo() {
        assertThat(RICH.checksAudience(settings("checkAudience", BooleanNode.TRUE)))
                .isTrue();
        assertThat(RICH.checksAudience(settings("checkAudience", BooleanNode.FALSE)))
                .isFalse();
    }

    @Test
    void recordsConsentsOnlyInACollectionThatItNames() {
        assertThat(RICH.consents()).isNull();
    }

    @Test
    void hasScopesOfItsOwnAndOfTheProtocol() {
        assertThat(RICH.allScopes()).containsExactly("act", "openid", "read", "write");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            read   |       | more read
            write  |       | write
            read   | true  | more read
            read   | false | read
            """)
    void mayGiveScopesWithOthersIfASettingSaysSo(String held, @Nullable Boolean on, String all) {
        Settings settings = settings("on", BooleanNode.valueOf(Boolean.TRUE.equals(on)));
        ImpliedScopes rule = new ImpliedScopes("read", List.of("more"), on == null ? null : "on");

        assertThat(ImpliedScopes.all(List.of(rule), settings).apply(Scopes.parse(held)))
                .isEqualTo(Scopes.parse(all));
    }

    @Test
    void givesNothingFurtherWithAGivenScope() {
        List<ImpliedScopes> rules = List.of(
                new ImpliedScopes("read", List.of("more"), null), new ImpliedScopes("more", List.of("most"), null));

        assertThat(ImpliedScopes.all(rules, new Settings(Map.of())).apply(Scopes.parse("read")))
                .isEqualTo(Scopes.parse("more read"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /api        | true
            /api/       | true
            /api/x      | true
            /apis       | false
            /           | false
            """)
    void guardsWhatIsBelowItsBase(String path, boolean guarded) {
        assertThat(new OperationTable(RICH).guards(path)).isEqualTo(guarded);
    }

    @Test
    void leadsACallToItsOperationWithTheParametersOfAllOperations() {
        Route route = new OperationTable(RICH).find("GET", "/api/notes/7");

        assertThat(route).isInstanceOfSatisfying(Route.Found.class, found -> {
            assertThat(found.operation().id()).isEqualTo("getNote");
            assertThat(found.pathParameters()).isEqualTo(Map.of("id", "7"));
            assertThat(found.operation().parameters())
                    .extracting(parameter -> parameter.name())
                    .containsExactly("id", "trace");
        });
    }

    @Test
    void leadsOtherCallsNowhereAndTellsWhichMethodsThereAre() {
        OperationTable table = new OperationTable(RICH);

        assertThat(table.find("POST", "/api/notes")).isEqualTo(new Route.WrongMethod(Set.of("GET", "HEAD")));
        assertThat(table.find("GET", "/notes")).isEqualTo(new Route.Unknown());
    }

    @Test
    void knowsThePathOfAnOperation() {
        OperationTable table = new OperationTable(RICH);

        assertThat(table.pathOf("getNote", List.of("a b"))).contains("/api/notes/a%20b");
        assertThat(table.pathOf("other", List.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://bank/errors/no-funds |   | https://bank/errors/no-funds
            https://bank/errors/no-funds | 1 | no-funds
            https://bank/errors/no-funds | 2 | errors
            https://bank/errors/no-funds | 5 | https:
            https://bank/errors/no-funds | 6 | https://bank/errors/no-funds
            no-funds/                    | 1 | ''
            """)
    void mayHaveItsWordsInASegmentOfACode(String code, @Nullable Integer segment, String word) {
        assertThat(new Envelope("text/plain", BooleanNode.TRUE, "/code", segment).word(code))
                .isEqualTo(word);
    }

    @Test
    void findsTheCodeOfARefusalInItsBody() {
        Envelope envelope = new Envelope("application/json", BooleanNode.TRUE, "/error/code", null);

        assertThat(envelope.codeIn("{\"error\":{\"code\":\"closed\"}}")).isEqualTo("closed");
        assertThat(envelope.codeIn("{\"error\":{}}")).isEmpty();
        assertThat(envelope.codeIn("<p>closed</p>")).isEmpty();
        assertThat(new Envelope("application/json", BooleanNode.TRUE, null, null).codeIn("{}"))
                .isEmpty();
    }

    private static Settings settings(String name, JsonNode value) {
        return new Settings(Map.of(name, value));
    }

    @Test
    void findsTheEntitlementsOfAnEntryAtTheEntryThatItBelongsTo() {
        Dialect chain = TinyBank.dialect("""
                entitlements: {account: {collection: accounts, permissions: [view]}}
                collections:
                  accounts: {visible: owned, owner: by}
                  others: {visible: owned, owner: by}
                  lines: {visible: through, through: {collection: accounts, member: of}}
                  parts: {visible: through, through: {collection: lines, member: of}}
                  loose: {visible: through, through: {collection: others, member: of}}
                """);

        assertThat(chain.entitledFor("accounts")).contains("accounts");
        assertThat(chain.entitledFor("lines")).contains("accounts");
        assertThat(chain.entitledFor("parts")).contains("accounts");
        assertThat(chain.entitledFor("loose")).isEmpty();
        assertThat(chain.isEntitled("accounts")).isTrue();
        assertThat(chain.isEntitled("lines")).isFalse();
    }

    @Test
    void needsAPhraseOnlyForWhatCanHappen() {
        Dialect more = TinyBank.dialect("""
                impersonation: {header: X-For, pattern: "(?<id>.+)"}
                settings: {calls: {type: integer, default: 5, about: Calls}, span: {type: duration, default: PT1M, about: Their time}}
                api: {base: /api, challenge: {scheme: Bearer, realm: tiny}, limit: {requests: calls, period: span}}
                operations:
                  - {id: getNote, method: GET, path: "/notes/{id}", parameters: [{name: id, in: path, schema: {type: string}}],
                     resources: [{in: path, name: id, collection: users}], work: {get: {}}, reply: {etag: true}}
                """);
        List<String> sometimes = List.of(
                "acting-malformed",
                "acting-subject-unknown",
                "acting-not-allowed",
                "too-many-requests",
                "precondition-failed");

        assertThat(StandardPhrases.needed(TINY)).contains("token-missing").doesNotContainAnyElementsOf(sometimes);
        assertThat(StandardPhrases.needed(more)).containsAll(sometimes).doesNotContain("token-audience");
    }
}
