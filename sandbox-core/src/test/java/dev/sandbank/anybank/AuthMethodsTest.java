package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.tokenRequest;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client that does not say how it authenticates does so as its bank wants it. */
class AuthMethodsTest {

    private static final String ISSUER = """
            issuer:
              path: /idp
              discovery: [/idp/metadata]
              endpoints: {token: /idp/token, jwks: /idp/keys}
              grants: [client_credentials]
              authMethods: [%s]
            """;

    @TempDir
    Path folder;

    @Test
    void inTheFormWhereThatIsAllThereIs() {
        try (TinyBank bank = TinyBank.start(folder, ISSUER.formatted("client_secret_post"), "")) {
            assertThat(tokenRequest(bank.sandbank(), "grant_type", "client_credentials")
                            .form("client_id", "app", "client_secret", "app-secret"))
                    .hasStatus(200);
            assertThat(tokenRequest(bank.sandbank(), "grant_type", "client_credentials")
                            .basic("app:app-secret"))
                    .hasStatus(401);
        }
    }

    @Test
    void byBasicWhereThereAreBoth() {
        try (TinyBank bank = TinyBank.start(folder, ISSUER.formatted("client_secret_post, client_secret_basic"), "")) {
            assertThat(tokenRequest(bank.sandbank(), "grant_type", "client_credentials")
                            .basic("app:app-secret"))
                    .hasStatus(200);
        }
    }

    @Test
    void notByASecretWhereThatIsNoWay() {
        assertThatThrownBy(() -> TinyBank.start(folder, ISSUER.formatted("private_key_jwt"), ""))
                .hasMessageContaining("clients[0].authMethods: found nothing, expected one or more of private_key_jwt");
        assertThatThrownBy(() -> TinyBank.start(
                        folder,
                        ISSUER.formatted("client_secret_post"),
                        "clients: [{id: app, secret: app-secret, authMethods: [client_secret_basic]}]\n"))
                .hasMessageContaining("found \"client_secret_basic\", expected client_secret_post");
    }
}
