package dev.sandbank.internal.cli;

import static dev.sandbank.testing.ControlCall.control;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.anybank.TinyBank;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeTest {

    @Test
    void saysWhenItIsReadyAndNothingElse() throws Exception {
        try (Serving serving = new Serving()) {
            HttpResponse<String> reply = serving.send("GET", "/oidc/.well-known/openid-configuration");
            int exitCode = serving.stop();

            assertThat(serving.readyLine()).matches("sandbank: apiture ready at http://127\\.0\\.0\\.1:[1-9][0-9]*");
            assertThat(reply.statusCode()).isEqualTo(200);
            assertThat(exitCode).isZero();
            assertThat(serving.out().left()).isZero();
            assertThat(serving.err().left()).isZero();
        }
    }

    @Test
    void writesWhatClientsOfHttpsHaveToTrust(@TempDir Path folder) throws Exception {
        Path certificate = folder.resolve("bank.pem");

        try (Serving serving = new Serving("--https", "--certificate-out", certificate.toString())) {
            assertThat(serving.baseUrl()).hasScheme("https");
            assertThat(certificate)
                    .content()
                    .startsWith("-----BEGIN CERTIFICATE-----")
                    .endsWith("-----END CERTIFICATE-----\n");
        }
    }

    @Test
    void keepsItsKeysInAFile(@TempDir Path folder) throws Exception {
        Path keys = folder.resolve("keys.jwks");
        List<String> published = new ArrayList<>();

        for (int run = 0; run < 2; run++) {
            try (Serving serving = new Serving("--keys", keys.toString())) {
                published.add(serving.send("GET", "/oidc/jwks").body());
            }
        }

        assertThat(published.get(0)).contains("RS256").isEqualTo(published.get(1));
        assertThat(keys).content().contains("\"d\"");
    }

    @Test
    void deliversToTheHostsThatAreNamed(@TempDir Path folder) throws Exception {
        Path fixture = TinyBank.write(folder, "events: {opened: {created: users}}", "");
        Map<String, String> environment = Map.of("SANDBANK_DELIVER_TO_HOST", "receiver.test,backup.test");

        try (Serving serving = new Serving(environment, "--fixture", fixture.toString())) {
            assertThat(Stream.of("receiver.test", "backup.test", "other.test")
                            .map(host -> status(serving.baseUrl(), host)))
                    .containsExactly(204, 204, 400);
        }
    }

    private static int status(URI base, String host) {
        return control(base, "PUT", "/webhooks/endpoints/default/deliver-to")
                .json("{\"url\": \"http://" + host + "/events\"}")
                .send()
                .status();
    }

    @Test
    void warnsOfKeysThatEverybodyKnows(@TempDir Path folder) throws Exception {
        Path fixture = Files.writeString(folder.resolve("mine.yaml"), "extends: apiture\nseed: 42\n");

        try (Serving serving = new Serving("--fixture", fixture.toString())) {
            assertThat(serving.err().next())
                    .isEqualTo("sandbank: warning: ids, tokens and keys follow from the seed:"
                            + " anyone who has the fixture can forge all tokens");
        }
    }

    @Test
    void servesTheBankThatIsNamed() throws Exception {
        try (Serving serving = new Serving("--bank", "uphold")) {
            HttpResponse<String> reply = serving.send("GET", "/core/accounts");

            assertThat(serving.readyLine()).startsWith("sandbank: uphold ready at ");
            assertThat(reply.body()).contains("token_invalid");
        }
    }

    @Test
    void servesTheBankOfTheFixture(@TempDir Path folder) throws Exception {
        Path fixture = Files.writeString(folder.resolve("mine.yaml"), "extends: uphold\n");

        try (Serving serving = new Serving("--fixture", fixture.toString())) {
            assertThat(serving.readyLine()).startsWith("sandbank: uphold ready at ");
        }
    }

    @Test
    void listensAtTheHostThatIsNamed() throws Exception {
        try (Serving serving = new Serving("--host", "localhost")) {
            HttpResponse<String> reply = serving.send("GET", "/banking/accounts");

            assertThat(serving.readyLine()).startsWith("sandbank: apiture ready at http://localhost:");
            assertThat(reply.statusCode()).isEqualTo(401);
        }
    }

    @Test
    void speaksOfItselfByItsPublicUrlButOfItsOwnWhenItIsReady() throws Exception {
        try (Serving serving = new Serving("--public-url", "https://bank.example.test/sandbox/")) {
            HttpResponse<String> reply = serving.send("GET", "/oidc/.well-known/openid-configuration");

            assertThat(reply.body()).contains("\"issuer\":\"https://bank.example.test/sandbox/oidc/\"");
            assertThat(serving.readyLine()).contains(" ready at http://127.0.0.1:");
        }
    }

    @Test
    void warnsOfAnAddressThatOthersReach() throws Exception {
        try (Serving serving = new Serving("--host", "0.0.0.0", "--quiet", "--no-control-api")) {
            String warning = serving.err().next();
            serving.stop();

            assertThat(warning).startsWith("sandbank: warning: 0.0.0.0 is not a loopback address");
            assertThat(serving.err().left()).isZero();
        }
    }

    @Test
    void givesItsPortBackWhenItIsStopped() throws Exception {
        try (Serving serving = new Serving()) {
            serving.stop();

            assertThatThrownBy(() -> serving.send("GET", "/banking/accounts")).isInstanceOf(ConnectException.class);
        }
    }
}
