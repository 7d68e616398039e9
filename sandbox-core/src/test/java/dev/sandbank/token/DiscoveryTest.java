package dev.sandbank.token;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.get;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.App;
import dev.sandbank.testing.Browser;
import dev.sandbank.testing.CodeFlow;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.Jwt;
import dev.sandbank.testing.OpenIdCalls;
import dev.sandbank.testing.Page;
import dev.sandbank.testing.Person;
import dev.sandbank.testing.UpholdSeed;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Discovery tells what works and nothing else, and the issuer is the same string everywhere. */
class DiscoveryTest {

    private static final List<String> ADDRESSES = List.of(
            "/oidc/.well-known/openid-configuration",
            "/oidc/.well-known/oidc-configuration",
            "/.well-known/oauth-authorization-server/oidc");

    @AutoClose
    private static final Sandbank BANK = Sandbank.start(App.FIXTURE);

    @Test
    void isTheSameAtAllThreeAddresses() {
        String body = OpenIdCalls.discovery(BANK).send().body();

        for (String address : ADDRESSES) {
            assertThat(get(BANK, address))
                    .hasStatus(200)
                    .hasHeader("Content-Type", "application/json")
                    .hasBody(body);
        }
    }

    @Test
    void tellsExactlyWhatThereIs() {
        Answer answer = OpenIdCalls.discovery(BANK).send();

        assertThat(answer.json().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "issuer",
                        "authorization_endpoint",
                        "token_endpoint",
                        "userinfo_endpoint",
                        "jwks_uri",
                        "end_session_endpoint",
                        "introspection_endpoint",
                        "revocation_endpoint",
                        "scopes_supported",
                        "grant_types_supported",
                        "subject_types_supported",
                        "id_token_signing_alg_values_supported",
                        "token_endpoint_auth_methods_supported",
                        "revocation_endpoint_auth_methods_supported",
                        "introspection_endpoint_auth_methods_supported",
                        "response_types_supported",
                        "response_modes_supported",
                        "code_challenge_methods_supported",
                        "userinfo_signing_alg_values_supported",
                        "claim_types_supported",
                        "claims_supported",
                        "backchannel_logout_supported",
                        "backchannel_logout_session_supported",
                        "prompt_values_supported",
                        "display_values_supported",
                        "ui_locales_supported",
                        "claims_parameter_supported",
                        "request_parameter_supported",
                        "request_uri_parameter_supported",
                        "require_request_uri_registration",
                        "authorization_response_iss_parameter_supported");
        assertThat(texts(answer, "/response_types_supported")).containsExactly("code");
        assertThat(texts(answer, "/response_modes_supported")).containsExactly("query", "fragment", "form_post");
        assertThat(texts(answer, "/code_challenge_methods_supported")).containsExactly("S256");
        assertThat(texts(answer, "/grant_types_supported"))
                .containsExactly("authorization_code", "client_credentials", "refresh_token");
        assertThat(texts(answer, "/introspection_endpoint_auth_methods_supported"))
                .doesNotContain("none");
        assertThat(texts(answer, "/scopes_supported")).contains("openid", "offline_access", "banking/read");
        assertThat(texts(answer, "/claims_supported"))
                .contains("sub", "email", "acr", "auth_time")
                .doesNotContain("name2");
    }

    @Test
    void namesEndpointsThatAnswer() {
        Answer discovery = OpenIdCalls.discovery(BANK).send();

        for (String member : List.of(
                "authorization_endpoint",
                "token_endpoint",
                "userinfo_endpoint",
                "jwks_uri",
                "end_session_endpoint",
                "introspection_endpoint",
                "revocation_endpoint")) {
            String url = discovery.text("/" + member);
            assertThat(url).startsWith(BANK.baseUrl() + "/oidc/");
            assertThat(HttpCall.get(BANK, url).send().status()).as(member).isNotEqualTo(404);
        }
    }

    @Test
    void namesTheIssuerThatTokensAndAnswersName() {
        CodeFlow flow = CodeFlow.of(BANK, App.MOBILE);

        assertThat(OpenIdCalls.discovery(BANK)).has("/issuer", BANK.issuer());
        assertThat(Jwt.idToken(flow.signIn(Person.ADA)).text("iss"))
                .isEqualTo(BANK.issuer().toString());
        assertThat(BANK.issuer().toString()).isEqualTo(BANK.baseUrl() + "/oidc/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://localhost:9443",
                "https://localhost:9443/",
                "https://bank.example.test/sandbox",
                "http://bank.example.test:8080/a/b/"
            })
    void followsThePublicUrl(String publicUrl) {
        String base = publicUrl.endsWith("/") ? publicUrl.substring(0, publicUrl.length() - 1) : publicUrl;
        try (Sandbank bank = Sandbank.builder()
                .fixture(App.FIXTURE)
                .publicUrl(URI.create(publicUrl))
                .start()) {
            Answer discovery = OpenIdCalls.discovery(bank)
                    .header("X-Forwarded-Host", "evil.example")
                    .header("X-Forwarded-Proto", "gopher")
                    .send();
            CodeFlow flow = CodeFlow.of(bank, App.JWT);
            Answer tokens = flow.redeem(codeByPaths(bank, flow, base)).send();

            assertThat(discovery.text("/issuer")).isEqualTo(base + "/oidc/");
            discovery.json().properties().forEach(member -> {
                if (member.getKey().endsWith("_endpoint") || member.getKey().equals("jwks_uri")) {
                    assertThat(member.getValue().asText()).startsWith(base + "/oidc/");
                }
            });
            assertThat(Jwt.idToken(tokens).text("iss")).isEqualTo(base + "/oidc/");
            assertThat(Jwt.of(tokens.text("/access_token")).text("iss")).isEqualTo(base + "/oidc/");
            assertThat(OpenIdCalls.introspect(bank, App.PORTAL, tokens.text("/access_token")))
                    .has("/iss", base + "/oidc/")
                    .has("/aud", base + "/banking");
        }
    }

    @Test
    void followsAPublicUrlThatIsSaidBeforeThePortIsKnown() {
        try (Sandbank bank = Sandbank.builder()
                .publicUrl("http://host.testcontainers.internal:{port}/")
                .start()) {
            String base =
                    "http://host.testcontainers.internal:" + bank.baseUrl().getPort();

            assertThat(OpenIdCalls.discovery(bank).send())
                    .has("/issuer", base + "/oidc/")
                    .has("/token_endpoint", base + "/oidc/token");
        }
    }

    /** What stands in front of the sandbox takes the path of the public URL off. */
    private static String codeByPaths(Sandbank bank, CodeFlow flow, String base) {
        String prefix = URI.create(base).getRawPath();
        Page page = flow.start(new Browser(bank));
        assertThat(page.document().select("form").attr("action")).isEqualTo(prefix + "/oidc/login");
        String cookie = page.answer().header("Set-Cookie").orElseThrow().split(";", -1)[0];
        Answer answer = HttpCall.post(bank, "/oidc/login")
                .header("Cookie", cookie)
                .form("interaction", page.field("interaction"), "username", "ada", "password", "correct horse")
                .send();
        String location = answer.header("Location").orElseThrow();
        assertThat(location).contains("iss=" + URLEncoder.encode(base + "/oidc/", StandardCharsets.UTF_8));
        return location.replaceAll(".*[?&]code=([^&]*).*", "$1");
    }

    @Test
    void ofAnAcceptanceTestEnvironmentIsItsOwn() {
        try (Sandbank bank = Sandbank.start("apiture")) {
            for (String address : List.of(
                    "/cat/oidc/.well-known/openid-configuration",
                    "/cat/oidc/.well-known/oidc-configuration",
                    "/.well-known/oauth-authorization-server/cat/oidc")) {
                assertThat(get(bank, address))
                        .hasStatus(200)
                        .has("/issuer", bank.baseUrl() + "/cat/oidc/")
                        .has("/token_endpoint", bank.baseUrl() + "/cat/oidc/token");
            }
        }
    }

    @Test
    void isNotThereWhereTheBankHasNone() {
        try (Sandbank uphold = Sandbank.start("uphold")) {
            for (String address : List.of(
                    "/.well-known/openid-configuration",
                    "/.well-known/oauth-authorization-server",
                    "/core/.well-known/openid-configuration",
                    "/core/oauth2/.well-known/openid-configuration",
                    "/oidc/.well-known/openid-configuration",
                    "/.well-known/jwks.json",
                    "/core/oauth2/authorize",
                    "/core/oauth2/introspect",
                    "/core/oauth2/revoke",
                    "/core/oauth2/userinfo",
                    "/oidc/authorize")) {
                String token = HttpCall.clientCredentials(uphold, UpholdSeed.PAYOUTS)
                        .send()
                        .text("/access_token");
                assertThat(get(uphold, address).bearer(token)).hasStatus(404);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"authorization_code", "refresh_token", "password", "urn:ietf:params:oauth:grant-type:device_code"
            })
    void isNotNeededToLearnThatUpholdHasOneGrantOnly(String grant) {
        try (Sandbank uphold = Sandbank.start("uphold")) {
            assertThat(HttpCall.tokenRequest(uphold, "grant_type", grant, "code", "x", "refresh_token", "x")
                            .basic(UpholdSeed.PAYOUTS))
                    .hasStatus(400)
                    .has("/error", "unsupported_grant_type");
        }
    }

    private static List<String> texts(Answer answer, String list) {
        return StreamSupport.stream(answer.at(list).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
