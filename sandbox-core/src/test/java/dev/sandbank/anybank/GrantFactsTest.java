package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Authentication;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.HttpCall;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What the token of a call tells. */
class GrantFactsTest {

    private static final String DIALECT = """
            collections:
              accounts: {visible: all}
            operations:
              - id: me
                method: GET
                path: /me/{id}
                parameters: [{name: id, in: path, schema: {type: string}}]
                resources:
                  - {in: path, name: id, collection: accounts, as: account, where: {madeBy: "${grant.client}"}}
                rules:
                  - {must: {fact: grant.issuedAt, from: "${now - PT10M}"}, refuse: old}
                  - {when: [{fact: subject.id, present: true}], must: {fact: grant.signedInAt, from: "${now - PT5M}"}, refuse: stale}
                work: {get: {}}
                reply: {body: {client: "${grant.client}", scopes: "${grant.scopes}", at: "${grant.issuedAt}", signedIn: "${grant.signedInAt}"}}
              - id: both
                method: GET
                path: /both
                rules: [{must: {fact: grant.scopes, contains: write}, refuse: old}]
                work: {list: {collection: accounts}}
            refusals:
              default: {body: {code: "${reason}", text: "${detail}"}}
              old: &no {status: 401, body: {text: "${detail}"}}
              stale: *no
            """;
    private static final String FIXTURE = """
            clients:
              - {id: app, secret: app-secret, scopes: [read, write]}
              - {id: robot, secret: robot-secret, scopes: [read], user: ann}
            accounts: [{id: a, madeBy: app}, {id: b, madeBy: other}, {id: c, madeBy: robot}]
            """;

    @AutoClose
    private final TinyBank bank = TinyBank.start(DIALECT, FIXTURE);

    @Test
    void areClientScopesAndWhenItWasIssued() {
        assertThat(bank.asClient("GET", "/me/a", "read", "write").send()).hasBody("""
                        {"client": "app", "scopes": ["read", "write"], "at": "2031-03-03T09:00:00.000Z"}""");
        assertThat(bank.asClient("GET", "/me/b", "read").send()).wasRefusedAt("resource", "resource-unknown");
        assertThat(bank.asClient("GET", "/both", "read").send()).wasRefusedAt("rules", "old");
        assertThat(bank.asClient("GET", "/both", "read", "write").send()).wasAllowed();
    }

    @Test
    void giveTheAgeOfTheToken() {
        HttpCall call = bank.asClient("GET", "/me/a", "read");

        bank.sandbank().clock().advance(Duration.ofMinutes(10));
        assertThat(call.send()).wasAllowed();
        bank.sandbank().clock().advance(Duration.ofMillis(1));
        assertThat(call.send()).wasRefusedAt("rules", "old");
    }

    @Test
    void giveTheAgeOfTheSignIn() {
        HttpCall call = bank.get("ann", "/me/a");

        assertThat(call.send()).has("/signedIn", "2031-03-03T09:00:00.000Z");
        bank.sandbank().clock().advance(Duration.ofSeconds(301));
        assertThat(call.send()).wasRefusedAt("rules", "stale");
    }

    @Test
    void tellTheSignInThatATestArranged() {
        assertThat(signedIn(Duration.ofMinutes(4))).has("/signedIn", "2031-03-03T08:56:00.000Z");
        assertThat(signedIn(Duration.ofMinutes(6))).wasRefusedAt("rules", "stale");
    }

    @Test
    void knowNoSignInOfAClientThatStandsForItsUser() {
        String token = bank.sandbank().tokens().forClient("robot", "read");

        assertThat(HttpCall.get(bank.sandbank(), "/api/me/c").bearer(token).send())
                .wasRefusedAt("rules", "stale");
    }

    @Test
    void letExplainAndTheCatalogueMakeTheCall() {
        assertThat(bank.sandbank().denials("me").stream().map(denial -> denial.gate()))
                .contains("token", "resource")
                .doesNotContain("rules");
    }

    private Answer signedIn(Duration ago) {
        String token = bank.sandbank()
                .tokens()
                .forUser("app", "ann", Authentication.by("pwd").ago(ago), "read");
        return HttpCall.get(bank.sandbank(), "/api/me/a").bearer(token).send();
    }
}
