package dev.sandbank.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sandbank.Sandbank;
import dev.sandbank.SandbankBuilder;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.App;
import dev.sandbank.testing.Browser;
import dev.sandbank.testing.CodeFlow;
import dev.sandbank.testing.Jwt;
import dev.sandbank.testing.OpenIdCalls;
import dev.sandbank.testing.Person;
import dev.sandbank.testing.RawSocket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One sandbox that a browser and a container know by different names. */
class PublicHostsTest {

    private static final String BASIC =
            Base64.getEncoder().encodeToString("jwt:jwt-s3cret".getBytes(StandardCharsets.UTF_8));
    private static final String DISCOVERY = "/oidc/.well-known/openid-configuration";

    @AutoClose
    private final Sandbank bank = Sandbank.builder()
            .fixture(App.FIXTURE)
            .publicHost("sandbank", "LocalHost:18080")
            .start();

    private final int port = bank.baseUrl().getPort();
    private final String container = "sandbank:" + port;
    private final String own = "127.0.0.1:" + port;

    @Test
    void speaksToEachCallerOfTheNameThatItUsed() {
        assertThat(issuer(container)).isEqualTo("http://" + container + "/oidc/");
        assertThat(issuer("SANDBANK:" + port)).isEqualTo("http://" + container + "/oidc/");
        assertThat(issuer("localhost:18080")).isEqualTo("http://localhost:18080/oidc/");
        assertThat(issuer(own)).isEqualTo(bank.baseUrl() + "/oidc/");
        assertThat(ask(container, "GET " + DISCOVERY, "", "").text("/token_endpoint"))
                .isEqualTo("http://" + container + "/oidc/token");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "sandbank",
                "sandbank:1",
                "localhost",
                "sandbank.evil.example",
                "evil.example:18080"
            })
    void repeatsNoOtherName(String host) {
        assertThat(issuer(host)).isEqualTo(bank.baseUrl() + "/oidc/");
    }

    @Test
    void doesNotBelieveWhatIsForwarded() {
        String forwarded = "X-Forwarded-Host: " + container + "\r\nForwarded: host=" + container;

        assertThat(ask("evil.example", "GET " + DISCOVERY, forwarded, "").text("/issuer"))
                .isEqualTo(bank.baseUrl() + "/oidc/");
    }

    @Test
    void saysTheNameInTokensThatAreGoodByEveryName() {
        CodeFlow flow = CodeFlow.of(bank, App.JWT);
        String code = flow.code(flow.start(new Browser(bank)).signIn(Person.ADA));

        Answer tokens = ask(
                container,
                "POST /oidc/token",
                "Content-Type: application/x-www-form-urlencoded\r\nAuthorization: Basic " + BASIC,
                "grant_type=authorization_code&code=" + code + "&redirect_uri=" + App.JWT.redirectUri()
                        + "&code_verifier=" + flow.verifier());

        String access = tokens.text("/access_token");
        assertThat(Jwt.idToken(tokens).text("iss")).isEqualTo("http://" + container + "/oidc/");
        assertThat(Jwt.of(access).text("iss")).isEqualTo("http://" + container + "/oidc/");
        assertThat(Jwt.of(access).text("aud")).isEqualTo("http://" + container + "/banking");
        assertThat(OpenIdCalls.accounts(bank, access).send().status()).isEqualTo(200);
        assertThat(CodeFlow.refresh(bank, App.JWT, tokens.text("/refresh_token"))
                        .send()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void leadsOnByTheNameInPagesOfLists() {
        String token = bank.tokens().forClient("ada-batch");

        Answer accounts = ask(container, "GET /banking/accounts?limit=1", "Authorization: Bearer " + token, "");

        assertThat(accounts.text("/nextPage_url")).startsWith("http://" + container + "/banking/accounts");
    }

    @Test
    void isNoneByWhichItIsControlledUnlessATokenIsAsked() {
        try (Sandbank guarded = Sandbank.builder()
                .publicHost("sandbank:1")
                .controlToken("t0ken")
                .start()) {
            String clock = "GET /_sandbank/api/clock HTTP/1.1\r\nHost: sandbank:1\r\nConnection: close\r\n";

            assertThat(RawSocket.text(bank, clock + "\r\n")).startsWith("HTTP/1.1 403");
            assertThat(RawSocket.text(guarded, clock + "Authorization: Bearer t0ken\r\n\r\n"))
                    .startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void leavesThePublicUrlToEverybodyElse() {
        try (Sandbank behind = Sandbank.builder()
                .publicUrl("https://bank.example.test")
                .publicHost("sandbank:1")
                .start()) {
            assertThat(issuer(behind, "sandbank:1")).isEqualTo("http://sandbank:1/oidc/");
            assertThat(issuer(behind, "evil.example")).isEqualTo("https://bank.example.test/oidc/");
        }
    }

    @Test
    void hasAnAddressToCallWhereItListensAtAll() {
        try (Sandbank everywhere = Sandbank.builder().host("0.0.0.0").start()) {
            assertThat(everywhere.issuer())
                    .hasToString("http://127.0.0.1:" + everywhere.baseUrl().getPort() + "/oidc/");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "http://bank", "bank/", "bank:", "bank:x", "a@b", "[::1", "bank\r\nX: y"})
    void hasNoNameThatNoHostHas(String name) {
        SandbankBuilder builder = Sandbank.builder();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.publicHost(name))
                .withMessageStartingWith("a public host must be a name");
    }

    private String issuer(String host) {
        return issuer(bank, host);
    }

    private static String issuer(Sandbank bank, String host) {
        return ask(bank, host, "GET " + DISCOVERY, "", "").text("/issuer");
    }

    private Answer ask(String host, String what, String header, String body) {
        return ask(bank, host, what, header, body);
    }

    private static Answer ask(Sandbank bank, String host, String what, String header, String body) {
        return RawSocket.send(
                bank,
                what + " HTTP/1.1\r\nHost: " + host + "\r\nContent-Length: " + body.length() + "\r\n"
                        + (header.isEmpty() ? "" : header + "\r\n") + "Connection: close\r\n\r\n" + body);
    }
}
