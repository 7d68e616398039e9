package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.ArrangedCall;
import dev.sandbank.Denial;
import dev.sandbank.DenialReason;
import dev.sandbank.Exchange;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.HttpCall;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An operation says what proves who calls: an access token, a key, an id with its secret, several of these, or nothing. */
class CredentialsTest {

    private static final String DIALECT = """
            security:
              key: {type: apiKey, in: header, name: X-Partner}
              query: {type: apiKey, in: query, name: k}
              cookie: {type: apiKey, in: cookie, name: partner}
              body: {type: apiKey, in: body, name: /auth/k}
              pair: {type: http, scheme: basic}
              token: {type: oauth2}
            collections: {notes: {visible: owned, owner: owner}, rates: {visible: all}}
            operations:
              - {id: byToken, method: GET, path: /token, scopes: [read], work: &all {list: {collection: notes}}, reply: &who {body: {client: "${client}", subject: "${subject}", seen: "${matching}"}}}
              - {id: byKey, method: GET, path: /key, scopes: [read], security: [{key: []}], work: *all, reply: *who}
              - {id: byQuery, method: GET, path: /query, security: [{query: []}], work: *all, reply: *who}
              - {id: byCookie, method: GET, path: /cookie, security: [{cookie: []}], work: *all, reply: *who}
              - {id: byPair, method: GET, path: /pair, security: [{pair: []}], work: *all, reply: *who}
              - {id: byAny, method: GET, path: /any, security: [{key: []}, {token: [write]}, {token: [act]}], work: *all, reply: *who}
              - {id: byLess, method: GET, path: /less, security: [{token: [write]}, {token: []}], work: *all, reply: *who}
              - {id: byBoth, method: GET, path: /both, security: [{key: [], token: [read]}], work: *all, reply: *who}
              - {id: byNone, method: GET, path: /none, security: [], work: *all, reply: *who}
              - {id: rates, method: GET, path: /rates, security: [], work: {list: {collection: rates}}, reply: *who}
              - {id: byChance, method: GET, path: /chance, security: [{key: []}, {}], work: *all, reply: *who}
              - id: byBody
                method: POST
                path: /body
                security: [{body: []}]
                body: {mediaTypes: [application/json], schema: {type: object}, example: {text: hello}}
                work: {create: {collection: notes}}
                reply: {body: {client: "${client}"}}
            """;
    private static final String FIXTURE = """
            clients:
              - {id: app, secret: app-secret, scopes: [read, write, act]}
              - {id: shop, secret: shop-secret, scopes: [read], apiKeys: [k-1234567890123, k-2]}
              - {id: poor, apiKeys: [k-poor]}
              - {id: desk, user: ann, scopes: [read], apiKeys: [k-ann], tokens: [fixed-abcdefghijkl, {token: fixed-bob, user: bob}]}
            notes: [{id: n1, owner: ann}, {id: n2, owner: bob}]
            rates: [{id: r1}]
            """;

    @AutoClose
    private final TinyBank bank = TinyBank.start(DIALECT, FIXTURE);

    private HttpCall get(String path) {
        return call(bank.sandbank(), "GET", "/api" + path);
    }

    private String issued(String client, String... scopes) {
        return bank.sandbank().tokens().forClient(client, scopes);
    }

    @Test
    void areKeysWhereverTheSchemeWantsThem() {
        assertThat(get("/key").header("X-Partner", "k-2"))
                .hasBody("{\"client\":\"shop\",\"subject\":\"shop\",\"seen\":2}");
        assertThat(get("/query").query("k", "k-2")).wasAllowed().has("/client", "shop");
        assertThat(get("/cookie").header("Cookie", "a=b; partner=k-2"))
                .wasAllowed()
                .has("/client", "shop");
        assertThat(post("{\"auth\": {\"k\": \"k-2\"}}")).wasAllowed().has("/client", "shop");
    }

    @Test
    void areAnIdAndItsSecret() {
        assertThat(get("/pair").basic("shop:shop-secret")).wasAllowed().has("/client", "shop");
        assertThat(get("/pair").basic("shop:other")).hasStatus(401).wasRefusedAt("token", DenialReason.TOKEN_UNKNOWN);
        assertThat(get("/pair").basic("poor:")).wasRefused(DenialReason.TOKEN_UNKNOWN);
        assertThat(get("/pair").header("Authorization", "Basic %")).wasRefused(DenialReason.TOKEN_MALFORMED);
        assertThat(get("/pair")).wasRefused(DenialReason.TOKEN_MISSING);
    }

    @Test
    void standForTheUserThatTheClientIsBoundTo() {
        assertThat(get("/key").header("X-Partner", "k-ann"))
                .hasBody("{\"client\":\"desk\",\"subject\":\"ann\",\"seen\":1}");
    }

    @Test
    void areFixedTokensThatNeverExpire() {
        bank.sandbank().clock().advance(java.time.Duration.ofDays(4000));

        assertThat(get("/token").bearer("fixed-abcdefghijkl")).has("/subject", "ann");
        assertThat(get("/token").bearer("fixed-bob")).has("/client", "desk").has("/subject", "bob");
    }

    @ParameterizedTest
    @CsvSource({"/key, k-nobody, token-unknown", "/key, '', token-malformed", "/query, k-2, token-missing"})
    void areRefusedIfUnknownOrMissing(String path, String key, String reason) {
        assertThat(get(path).header("X-Partner", key)).hasStatus(401).wasRefusedAt("token", reason);
    }

    @Test
    void areOfNoUseOnceTheirClientIsDisabled() {
        bank.sandbank().client("desk").disable();
        bank.sandbank().client("shop").disable();

        assertThat(get("/key").header("X-Partner", "k-2")).wasRefusedAt("token", DenialReason.TOKEN_REVOKED);
        assertThat(get("/pair").basic("shop:shop-secret")).wasRefusedAt("token", DenialReason.TOKEN_REVOKED);
        assertThat(get("/token").bearer("fixed-bob")).wasRefusedAt("token", DenialReason.TOKEN_REVOKED);
    }

    @Test
    void openNothingThatDoesNotAskForThem() {
        assertThat(get("/key").bearer(issued("app"))).wasRefused(DenialReason.TOKEN_MISSING);
        assertThat(get("/token").header("X-Partner", "k-2")).wasRefused(DenialReason.TOKEN_MISSING);
        assertThat(get("/token").basic("shop:shop-secret")).wasRefused(DenialReason.TOKEN_MALFORMED);
        assertThat(get("/token").bearer("k-2")).wasRefused(DenialReason.TOKEN_UNKNOWN);
        assertThat(get("/key").header("X-Partner", "fixed-bob")).wasRefused(DenialReason.TOKEN_UNKNOWN);
    }

    @Test
    void holdTheScopesOfTheirClient() {
        assertThat(get("/key").header("X-Partner", "k-poor")).hasStatus(403).wasRefused(DenialReason.SCOPE_MISSING);
    }

    @Test
    void areOneOfSeveralEachWithScopesOfItsOwn() {
        assertThat(get("/any").header("X-Partner", "k-poor")).wasAllowed();
        assertThat(get("/any").bearer(issued("app", "write"))).wasAllowed();
        assertThat(get("/any").bearer(issued("app", "act"))).wasAllowed();
        assertThat(get("/any").bearer(issued("app", "read"))).wasRefused(DenialReason.SCOPE_MISSING);
        assertThat(get("/less").bearer(issued("app", "read"))).wasAllowed();
    }

    @Test
    void areAllThatAreAskedForTogetherAndOfOneClient() {
        assertThat(get("/both").header("X-Partner", "k-2").bearer(issued("shop", "read")))
                .wasAllowed();
        assertThat(get("/both").header("X-Partner", "k-2").bearer(issued("app", "read")))
                .wasRefused(DenialReason.TOKEN_UNKNOWN);
        assertThat(get("/both").header("X-Partner", "k-2")).wasRefused(DenialReason.TOKEN_MISSING);
        assertThat(get("/both").bearer(issued("shop", "read"))).wasRefused(DenialReason.TOKEN_MALFORMED);
    }

    @Test
    void areNotNeededWhereNobodyIsAskedAndNobodySeesOnlyWhatAllSee() {
        assertThat(get("/none")).hasBody("{\"seen\":0}");
        assertThat(get("/rates")).hasBody("{\"seen\":1}");
        assertThat(get("/none").bearer("nonsense")).hasBody("{\"seen\":0}");
    }

    @Test
    void countWhereTheyMayBeSent() {
        assertThat(get("/chance")).hasBody("{\"seen\":0}");
        assertThat(get("/chance").header("X-Partner", "k-2")).has("/client", "shop");
        assertThat(get("/chance").header("X-Partner", "k-nobody")).wasRefused(DenialReason.TOKEN_UNKNOWN);
    }

    @Test
    void tellWhereNothingIsOnlyToThoseWhoHaveOne() {
        assertThat(get("/nowhere")).hasStatus(401);
        assertThat(get("/nowhere").header("X-Partner", "k-2")).hasStatus(404);
        assertThat(get("/nowhere").bearer("fixed-bob")).hasStatus(404);
    }

    @Test
    void doNotStandInTheJournal() {
        get("/key").header("X-Partner", "k-1234567890123").send();
        get("/query").query("k", "k-1234567890123").send();
        get("/cookie").header("Cookie", "partner=k-1234567890123").send();
        get("/token").bearer("fixed-abcdefghijkl").send();
        post("{\"auth\": {\"k\": \"k-1234567890123\"}}").send();

        assertThat(bank.sandbank().journal().calls())
                .hasSize(5)
                .allSatisfy(
                        call -> assertThat(call.toString() + call.requestHeaders() + call.requestBody() + call.target())
                                .doesNotContain("7890123", "abcdefghijkl"));
    }

    @Test
    void areTheCallersOfFaults() {
        bank.sandbank().faults().by("shop").next(1).fail(503);

        assertThat(get("/key").header("X-Partner", "k-ann")).hasStatus(200);
        assertThat(get("/key").header("X-Partner", "k-2")).hasStatus(503);
    }

    @ParameterizedTest
    @ValueSource(strings = {"byToken", "byKey", "byQuery", "byCookie", "byPair", "byAny", "byBoth", "byNone", "byBody"})
    void areWhatTheCatalogueSends(String operation, @TempDir Path folder) throws IOException, InterruptedException {
        List<Denial> denials = Sandbank.builder()
                .fixture(TinyBank.write(folder, DIALECT, FIXTURE).toString())
                .denials(operation);

        assertThat(denials)
                .filteredOn(denial -> denial.gate().equals("token"))
                .extracting(Denial::name)
                .satisfies(names -> assertThat(names.contains("token: none")).isEqualTo(!operation.equals("byNone")));
        assertThat(denials)
                .extracting(Denial::name)
                .filteredOn("scope: without read"::equals)
                .hasSize(List.of("byToken", "byKey", "byBoth").contains(operation) ? 1 : 0);
        for (Denial denial : denials) {
            try (Sandbank sandbank =
                    Sandbank.start(folder.resolve("fixture.yaml").toString())) {
                ArrangedCall arranged = denial.arrange(sandbank);
                int status = HttpClient.newHttpClient()
                        .send(arranged.request(), BodyHandlers.ofString())
                        .statusCode();
                Exchange call = sandbank.journal().calls().get(0);
                assertThat(status).as(denial.name()).isEqualTo(denial.status());
                assertThat(call.decision().refusal()).as(denial.name()).isEqualTo(denial.reason());
                assertThat(arranged.differences(call)).as(denial.name()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: apiKey, in: header, name: X-Partner}|{type: apiKey, in: header}|security.key.name: found nothing",
                "{type: apiKey, in: header, name: X-Partner}|{type: http, in: header, scheme: basic}|security.key.in: found one, expected none",
                "name: /auth/k|name: k|security.body.name: found \"k\", expected a JSON Pointer",
                "security: [{key: []}], work|security: [{kei: []}], work|did you mean \"key\"?",
                "security: [{query: []}]|security: [{body: []}]|expected one elsewhere: the operation takes no \"body\"",
                "security: [], work|security: [], scopes: [read], work|scopes: found some, expected none",
            })
    void areCheckedInDialects(String right, String wrong, String told, @TempDir Path folder) {
        assertThat(DIALECT).contains(right);
        assertThatThrownBy(() -> TinyBank.start(folder, DIALECT.replace(right, wrong), FIXTURE))
                .hasMessageContaining(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "k-1234567890123|k-ann|apiKeys[0]: found it twice",
                "token: fixed-bob|token: fixed-abcdefghijkl|tokens[0]: found it twice",
                "user: bob}]}|user: bbo}]}|did you mean \"bob\"?",
            })
    void areCheckedInFixtures(String right, String wrong, String told, @TempDir Path folder) {
        assertThat(FIXTURE).contains(right);
        assertThatThrownBy(() -> TinyBank.start(folder, DIALECT, FIXTURE.replace(right, wrong)))
                .hasMessageContaining(told);
    }

    private HttpCall post(String body) {
        return call(bank.sandbank(), "POST", "/api/body").json(body);
    }
}
