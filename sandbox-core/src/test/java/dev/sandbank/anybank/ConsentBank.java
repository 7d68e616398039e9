package dev.sandbank.anybank;

import dev.sandbank.Sandbank;
import dev.sandbank.SandbankResource;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.Person;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/** A bank that keeps a consent for each sign-in, and an application at which people sign in. */
record ConsentBank(Sandbank sandbank) implements AutoCloseable {

    static final String DIALECT = """
            issuer:
              path: /idp
              discovery: [/idp/metadata]
              endpoints:
                authorization: /idp/authorize
                token: /idp/token
                userinfo: /idp/me
                introspection: /idp/introspect
                jwks: /idp/keys
                login: /idp/login
                consent: /idp/consent
              grants: [client_credentials, authorization_code, refresh_token]
              authMethods: [client_secret_basic]
              protocolScopes: [openid]
              consent:
                collection: consents
                id: co-8
                picks: accounts
                label: "${name}"
                members: {app: "${client}", status: valid, access: {accounts: "${picked}"}, until: "${now + P90D}"}
                while: [{fact: status, is: valid}]
            tokens: {reply: [access_token], userReply: [access_token, refresh_token], realm: tiny}
            collections:
              accounts: {visible: owned, owner: holder}
              consents:
                {visible: owned, owner: psu, follows: {status: [{when: [{fact: until, to: "${now}"}], is: expired}]}}
            operations:
              - id: listAccounts
                method: GET
                path: /accounts
                scopes: [read]
                work: {list: {collection: accounts, only: [{fact: id, oneOf: "${grant.consent.access.accounts}"}]}}
                reply: {body: {ids: "${items}", consent: "${grant.consent}", status: "${grant.consent.status}"}}
              - id: getAccount
                method: GET
                path: /accounts/{id}
                scopes: [read]
                parameters: [{name: id, in: path, schema: {type: string}}]
                resources: [{in: path, name: id, collection: accounts, as: account}]
                rules:
                  - {when: [{fact: grant.consent, present: true}], must: {fact: grant.consent.access.accounts, contains: "${account.id}"}, refuse: not-picked}
                work: {get: {}}
              - id: endConsent
                method: DELETE
                path: /consents/{id}
                scopes: [write]
                parameters: [{name: id, in: path, schema: {type: string}}]
                resources: [{in: path, name: id, collection: consents, as: consent, where: {app: "${client}"}}]
                work: {delete: {}}
            refusals:
              default: {body: {code: "${reason}", text: "${detail}"}}
              not-picked: {status: 403, body: {text: "${detail}"}}
            """;
    static final String FIXTURE = """
            clients:
              - {id: app, secret: app-secret, scopes: [openid, read, write], redirectUris: ["http://127.0.0.1/back"]}
              - {id: robot, secret: robot-secret, scopes: [read], user: ann}
            users:
              - {id: ann, username: ann, password: ann-secret}
              - {id: bob, username: bob, password: bob-secret}
            accounts:
              - {id: a-1, holder: ann, name: Daily}
              - {id: a-2, holder: ann}
            consents: []
            """;
    static final Person ANN = new Person("ann", "ann-secret");
    static final Person BOB = new Person("bob", "bob-secret");

    private static final String BACK = "http://127.0.0.1/back";

    static ConsentBank start() {
        return new ConsentBank(TinyBank.start(DIALECT, FIXTURE).sandbank());
    }

    /** The application's authorization request, with further parameters. */
    static String request(String... more) {
        return "/idp/authorize?response_type=code&client_id=app&redirect_uri=" + BACK
                + List.of(more).stream().map(each -> "&" + each).collect(Collectors.joining());
    }

    URI requestUri(String... more) {
        return URI.create(sandbank.baseUrl() + request(more));
    }

    private Answer token(String... form) {
        return HttpCall.tokenRequest(sandbank, form).basic("app:app-secret").send();
    }

    /** What the application gets for a code. */
    Answer tokens(String code) {
        return token("grant_type", "authorization_code", "code", code, "redirect_uri", BACK);
    }

    Answer tokens(URI back) {
        return tokens(back.getRawQuery().replaceAll(".*code=([^&]*).*", "$1"));
    }

    Answer refreshed(Answer tokens) {
        return token("grant_type", "refresh_token", "refresh_token", tokens.text("/refresh_token"));
    }

    HttpCall list(String token) {
        return HttpCall.get(sandbank, "/api/accounts").bearer(token);
    }

    List<String> seen(String token) {
        return list(token).send().at("/ids").findValuesAsText("id");
    }

    SandbankResource consentOf(String token) {
        return sandbank.resource("consents", list(token).send().text("/consent"));
    }

    @Override
    public void close() {
        sandbank.close();
    }
}
