package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Authentication;
import dev.sandbank.Sandbank;
import dev.sandbank.WebhookEvent;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.Browser;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.Page;
import dev.sandbank.testing.Person;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Events that are made without a change of an entry, as a dialect says: of sign-ins and of refusals. */
class EventsOfHappeningsTest {

    private static final String DIALECT = """
            issuer:
              path: /idp
              discovery: [/idp/metadata]
              endpoints: {authorization: /idp/authorize, token: /idp/token, jwks: /idp/keys, login: /idp/login,
                consent: /idp/consent, end_session: /idp/logout}
              grants: [client_credentials, authorization_code, refresh_token]
              authMethods: [client_secret_basic]
              protocolScopes: [openid]
            tokens: {reply: [access_token], userReply: [access_token, refresh_token], realm: tiny}
            collections: {accounts: {visible: all}}
            views: {person: {is: "${id}", calls: "${name}"}}
            operations:
              - &get {id: getAccount, method: GET, path: "/accounts/{id}", parameters: [{name: id, in: path, schema: {type: string}}],
                 resources: [{in: path, name: id, collection: accounts, as: account, unknown: no-such-account}],
                 rules: [{must: {fact: account.frozen, isNot: true}, refuse: frozen}], work: {get: {}}}
              - {<<: *get, id: close, method: DELETE, work: {delete: {}}}
              - {id: peek, method: GET, path: /peek, scopes: [read], work: {answer: {}}}
            refusals: {default: {body: {code: "${reason}"}}, frozen: {status: 409, body: {}}, no-such-account: {status: 404, body: {}}}
            events:
              in: {happened: signed-in, view: person, data: {who: "${entry}", by: "${client}", for: "${subject}", named: "${subject.name}"}}
              in.wrong: {happened: sign-in-failed, when: [{fact: id, isNot: bob}], data: {who: "${id}", why: "${refusal.reason}"}}
              out: {happened: signed-out, data: {who: "${name}"}}
              frozen: {refused: frozen, data: {who: "${id}", client: "${client}", at: "${operation}", account: "${account.id}"}}
              unknown: {refused: no-such-account, data: {asked: "${parameter.id}", of: "${id}"}}
              scope: {refused: scope-missing, data: {missing: "${refusal.required}"}}
              password: {changed: users, members: [password], data: {who: "${id}", secret: "${password}"}}
            """;
    private static final String FIXTURE = """
            clients:
              - {id: app, secret: app-secret, scopes: [openid, read, write], redirectUris: ["http://127.0.0.1/back"]}
            users:
              - {id: ann, username: annie, password: ann-secret, name: Ann}
              - {id: bob, username: bob, password: bob-secret}
            accounts: [{id: a-1, frozen: true}]
            """;
    private static final String REQUEST =
            "/idp/authorize?response_type=code&client_id=app&scope=openid&redirect_uri=http%3A%2F%2F127.0.0.1%2Fback";

    @AutoClose
    private final TinyBank bank = TinyBank.start(DIALECT, FIXTURE);

    private final Sandbank sandbank = bank.sandbank();
    private final Browser browser = new Browser(sandbank);

    private Page signIn(String username, String password) {
        return browser.open(REQUEST).signIn(new Person(username, password));
    }

    private List<WebhookEvent> events() {
        return sandbank.webhooks().events();
    }

    private List<String> types() {
        return events().stream().map(WebhookEvent::type).toList();
    }

    private String only(String type) {
        assertThat(types()).containsExactly(type);
        assertThat(events().get(0).call())
                .isEqualTo(sandbank.journal().lastCall().number());
        return Answer.parse(events().get(0).json()).path("data").toString();
    }

    @Test
    void tellWhoSignedIn() {
        signIn("annie", "ann-secret");

        assertThat(only("in"))
                .isEqualTo(
                        "{\"who\":{\"is\":\"ann\",\"calls\":\"Ann\"},\"by\":\"app\",\"for\":\"ann\",\"named\":\"Ann\"}");
    }

    @Test
    void areNoneOfASessionThatGoesOn() {
        signIn("annie", "ann-secret");

        assertThat(browser.open(REQUEST).leaves()).isTrue();
        assertThat(types()).containsExactly("in");
    }

    @Test
    void tellWhoseSignInFailedAndWhy() {
        signIn("annie", "wrong");
        assertThat(only("in.wrong")).isEqualTo("{\"who\":\"ann\",\"why\":\"login-failed.password\"}");

        sandbank.user("ann").disable();
        signIn("annie", "ann-secret");
        assertThat(events().get(1).json()).contains("login-failed.user");
    }

    @ParameterizedTest
    @CsvSource({"nobody,x", "'',''", "bob,wrong"})
    void areNoneOfAnUnknownNameNorIfTheConditionsDoNotHold(String username, String password) {
        signIn(username, password);

        assertThat(types()).isEmpty();
    }

    @Test
    void tellWhoSignedOut() {
        signIn("annie", "ann-secret");
        browser.open("/idp/logout").press("Sign out");
        browser.open("/idp/logout");

        assertThat(types()).containsExactly("in", "out");
        assertThat(events().get(1).json()).contains("{\"who\":\"Ann\"}");
    }

    @Test
    void tellWhomATestSignedOut() {
        signIn("annie", "ann-secret");
        sandbank.user("ann").signOut();

        assertThat(types()).containsExactly("in", "out");
        assertThat(events().get(1).call()).isZero();
    }

    @Test
    void tellWhoSignedOutByTheTokenOfASession() {
        try (TinyBank other =
                TinyBank.start(DIALECT.replace("end_session: /idp/logout", "logout: /idp/leave"), FIXTURE)) {
            Sandbank there = other.sandbank();
            String token = there.tokens().forUser("app", "ann", Authentication.by("pwd"), "openid");
            assertThat(HttpCall.post(there, "/idp/leave").bearer(token).send()).hasStatus(204);

            assertThat(there.webhooks().events()).extracting(WebhookEvent::type).containsExactly("out");
        }
    }

    @ParameterizedTest
    @CsvSource({"GET,getAccount", "DELETE,close"})
    void tellWhichCallWasRefusedForAReason(String method, String operation) {
        assertThat(bank.as("ann", method, "/accounts/a-1").send()).hasStatus(409);

        assertThat(only("frozen"))
                .isEqualTo("{\"who\":\"ann\",\"client\":\"app\",\"at\":\"" + operation + "\",\"account\":\"a-1\"}");
    }

    @Test
    void nameARefusalAsTheBankDoes() {
        assertThat(bank.as("ann", "GET", "/accounts/a-2").send()).hasStatus(404);

        assertThat(only("unknown")).isEqualTo("{\"asked\":\"a-2\",\"of\":\"ann\"}");
    }

    @Test
    void tellWhatARefusalKnows() {
        assertThat(HttpCall.get(sandbank, "/api/peek")
                        .bearer(sandbank.tokens().forUser("app", "ann", "write"))
                        .send())
                .hasStatus(403);

        assertThat(only("scope")).isEqualTo("{\"missing\":[\"read\"]}");
    }

    @Test
    void areNoneOfACallThatIsAllowed() {
        sandbank.resource("accounts", "a-1").set("frozen", false);
        assertThat(bank.as("ann", "GET", "/accounts/a-1").send()).hasStatus(200);
        assertThat(bank.as("ann", "GET", "/peek").send()).hasStatus(204);

        assertThat(types()).isEmpty();
    }

    @Test
    void tellThatAPasswordChangedButNotThePassword() {
        sandbank.resource("users", "ann").set("name", "Anna");
        assertThat(types()).isEmpty();

        sandbank.resource("users", "ann").set("password", "ann-secret-2");
        sandbank.resource("users", "ann").set("password", "ann-secret-2");

        assertThat(types()).containsExactly("password");
        assertThat(events().get(0).json()).contains("{\"who\":\"ann\"}").doesNotContain("secret");
        assertThat(events().get(0).call()).isZero();
    }
}
