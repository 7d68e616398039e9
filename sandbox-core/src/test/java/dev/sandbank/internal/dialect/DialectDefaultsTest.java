package dev.sandbank.internal.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.anybank.TinyBank;
import dev.sandbank.internal.fixture.source.DataFile;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a dialect has although its file does not say it. */
class DialectDefaultsTest {

    private static final String DESCRIPTION = """
            openapi: 3.1.1
            info: {title: Tiny Bank, version: "1"}
            servers: [{url: /api}]
            paths:
              /things/{id}:
                get:
                  operationId: getThing
                  security: [{token: [read, write]}, {token: [read, act]}]
                  parameters:
                    - {name: id, in: path, required: true, style: simple, explode: false, schema: {type: string}}
                    - {name: trace, in: header, required: false, style: simple, explode: false, schema: {type: string}}
                  responses: {"204": {description: The reply.}}
                put:
                  operationId: putThing
                  security: [{key: []}, {oauth: [read, write]}, {}]
                  parameters:
                    - {name: id, in: path, required: true, style: simple, explode: false, schema: {type: string}}
                    - {name: filter, in: query, required: true, content: {application/json: {schema: {type: object}}}}
                    - {name: trace, in: header, required: false, style: simple, explode: false, schema: {type: string}}
                  requestBody: {required: true, content: {application/json: {schema: {type: object}}}}
                  responses: {"202": {description: The reply.}}
              /notes:
                post:
                  operationId: postNote
                  security: [{token: []}]
                  parameters:
                    - {name: trace, in: header, required: false, style: simple, explode: false, schema: {type: string}}
                  responses:
                    "201": {description: The reply.}
                    "202": {description: The reply.}
                    "200": {description: The reply if an entry was replaced.}
            components:
              securitySchemes:
                token: {type: http, scheme: bearer}
                key: {type: apiKey, in: query, name: k}
                own: {type: apiKey, in: header, name: X-Token}
                form: {type: http, scheme: Own}
                oauth: {type: http, scheme: bearer}
              schemas: {Thing: {type: object}}
            """;

    @Test
    void areTheSettingsOfEveryTokenServer() {
        assertThat(TinyBank.dialect("").settings())
                .containsOnlyKeys(
                        "apiAudience",
                        "accessTokenLifetime",
                        "checkAudience",
                        "singleAccessToken",
                        "controlApi",
                        "cors",
                        "decisionHeader",
                        "memory",
                        "claims",
                        "jwtType");
    }

    @Test
    void areTheSettingsOfWhatTheTokenServerOffers() {
        Set<String> settings = TinyBank.dialect("""
                issuer:
                  path: /idp
                  discovery: [/idp/metadata]
                  endpoints: {token: /idp/token, jwks: /idp/keys, authorization: /idp/authorize, login: /idp/login, consent: /idp/consent}
                  grants: [authorization_code]
                  authMethods: [client_secret_basic, private_key_jwt]
                tokens: {reply: [access_token], userReply: [access_token], realm: tiny}
                """).settings().keySet();

        assertThat(settings).contains("codeLifetime", "refreshTokenGrace", "askConsent", "assertionAudience");
    }

    @Test
    void giveWayToASettingOfItsOwn() {
        Setting own = TinyBank.dialect("settings: {accessTokenLifetime: {type: duration, default: PT1M, about: Own}}\n")
                .settings()
                .get("accessTokenLifetime");

        assertThat(own.defaultValue().asText()).isEqualTo("PT1M");
        assertThat(own.about()).isEqualTo("Own");
    }

    @Test
    void areTokensOfTheUsualLengthWithTheUsualMembers() {
        TokenStyle usual = TinyBank.dialect("").tokens();

        assertThat(usual.length()).isEqualTo(TokenStyle.USUAL_LENGTH);
        assertThat(usual.userLength()).isEqualTo(TokenStyle.USUAL_LENGTH);
        assertThat(usual.reply()).isEqualTo(DataFile.parse("test", """
                        access_token: "${access_token}"
                        token_type: "${token_type}"
                        expires_in: "${expires_in}"
                        scope: "${scope}"
                        """));
    }

    @Test
    void giveWayToTokensOfItsOwn() {
        TokenStyle own = TinyBank.dialect(
                        "tokens: {length: 20, reply: {token: \"${access_token}\"}, userReply: [scope], realm: tiny}\n")
                .tokens();

        assertThat(own.length()).isEqualTo(20);
        assertThat(own.userLength()).isEqualTo(20);
        assertThat(own.reply()).isEqualTo(DataFile.parse("test", "token: \"${access_token}\""));
        assertThat(own.userReply()).isEqualTo(DataFile.parse("test", "scope: \"${scope}\""));
    }

    @Test
    void areADescriptionOfItsOperations() {
        Dialect dialect = TinyBank.dialect("""
                parameters: [{name: trace, in: header, schema: {type: string}}]
                security:
                  key: {type: apiKey, in: query, name: k}
                  content: {type: apiKey, in: body, name: /key}
                  own: {type: http, scheme: bearer, header: X-Token}
                  form: {type: http, scheme: bearer, form: "Own ${token}"}
                  oauth: {type: http, scheme: bearer}
                operations:
                  - id: getThing
                    method: GET
                    path: /things/{id}
                    scopes: [read]
                    anyScope: [write, act]
                    parameters: [{name: id, in: path, schema: {type: string}}]
                    work: {answer: {}}
                  - id: putThing
                    method: PUT
                    path: /things/{id}
                    scopes: [write]
                    security: [{key: []}, {oauth: [read], content: []}, {}]
                    parameters:
                      - {name: id, in: path, schema: {type: string}}
                      - {name: filter, in: query, required: true, style: json, schema: {type: object}}
                    body: {mediaTypes: [application/json], required: true, schema: {type: object}}
                    work: {answer: {}}
                    reply: {status: 202}
                  - id: postNote
                    method: POST
                    path: /notes
                    work: {create: {collection: notes, id: "${uuid}", replaces: true, taken: input-invalid}}
                    reply: {status: {$if: [{fact: subject, is: ann}], $then: 201, $else: 202}}
                collections: {notes: {visible: all}}
                components: {schemas: {Thing: {type: object}}}
                """);

        assertThat(dialect.described())
                .hasToString(DataFile.parse("test", DESCRIPTION).toString());
    }
}
