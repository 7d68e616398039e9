package dev.sandbank.environments;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.App;
import dev.sandbank.testing.Browser;
import dev.sandbank.testing.CodeFlow;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.Page;
import dev.sandbank.testing.Person;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** A sandbox whose environments have the same clients, users and accounts by name, and share none of them. */
final class ThreeEnvironments implements AutoCloseable {

    static final List<String> PREFIXES = List.of("", "/cat", "/cat2");
    static final App PORTAL = new App(
            "portal", "portal-secret-1", false, "http://127.0.0.1:4711/callback", "openid offline_access banking/read");

    private static final String FIXTURE = """
            bank: apiture
            clients: &clients
              - {id: app, secret: app-secret-1, grants: [client_credentials], scopes: [banking/read, moneyMovement/write]}
              - id: portal
                secret: portal-secret-1
                grants: [authorization_code, refresh_token]
                redirectUris: [http://127.0.0.1/callback]
                scopes: [openid, offline_access, banking/read]
            users: &users
              - {id: ada, username: ada, password: correct horse}
            accounts: &accounts
              - id: acct-000001
                number: "000000000001"
                product: &saver {type: savings, code: SAV01, label: Saver, description: Savings}
                balance: "100.00"
              - {id: acct-000002, number: "000000000002", product: *saver, balance: "100.00"}
            entitlements: &entitlements
              - {user: ada, account: acct-000001, allow: [view]}
            settings: {accessTokenLifetime: PT10M}
            environments:
              cat:
                clients: *clients
                users: *users
                accounts: *accounts
                entitlements: *entitlements
                settings: {accessTokenLifetime: PT5M, errorBase: "https://cat.example.test/errors"}
              cat2: {clients: *clients, users: *users, accounts: *accounts, entitlements: *entitlements}
            """;

    private final Sandbank bank = Sandbank.builder().fixtureText(FIXTURE).start();

    /** Each of them with each of the others. */
    static Stream<Arguments> pairs() {
        return PREFIXES.stream()
                .flatMap(own ->
                        PREFIXES.stream().filter(other -> !other.equals(own)).map(other -> Arguments.of(own, other)));
    }

    Sandbank bank() {
        return bank;
    }

    HttpCall get(String target) {
        return HttpCall.get(bank, target);
    }

    HttpCall accounts(String prefix, String token) {
        return get(prefix + "/banking/accounts").bearer(token);
    }

    /** A token request of the portal. */
    HttpCall token(String prefix, String... form) {
        return HttpCall.post(bank, prefix + "/oidc/token").form(form).as(PORTAL);
    }

    /** An access token of the app itself. */
    Answer clientToken(String prefix) {
        return HttpCall.post(bank, prefix + "/oidc/token")
                .form("grant_type", "client_credentials")
                .basic("app:app-secret-1")
                .send();
    }

    Page authorize(String prefix, Browser browser, CodeFlow flow) {
        return browser.open(prefix + flow.target());
    }

    String code(String prefix, CodeFlow flow) {
        return authorize(prefix, new Browser(bank), flow).signIn(Person.ADA).told("code");
    }

    HttpCall redeem(String prefix, CodeFlow flow, String code) {
        return token(
                prefix,
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                PORTAL.redirectUri(),
                "code_verifier",
                flow.verifier());
    }

    /** What the portal gets for Ada. */
    Answer signIn(String prefix) {
        CodeFlow flow = CodeFlow.of(bank, PORTAL);
        return redeem(prefix, flow, code(prefix, flow)).send();
    }

    @Override
    public void close() {
        bank.close();
    }
}
