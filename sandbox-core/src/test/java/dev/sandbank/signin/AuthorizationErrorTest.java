package dev.sandbank.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.App;
import dev.sandbank.testing.Browser;
import dev.sandbank.testing.CodeFlow;
import dev.sandbank.testing.Page;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Once it is known where to, errors go to the client: with its state, the issuer and nothing else. */
class AuthorizationErrorTest {

    @AutoClose
    private static final Sandbank BANK = Sandbank.start(App.FIXTURE);

    static Stream<Arguments> wrongRequests() {
        return Stream.of(
                wrong("invalid_request", "has no response type", flow -> flow.without("response_type")),
                wrong("unsupported_response_type", "wants a token", flow -> flow.with("response_type", "token")),
                wrong("unsupported_response_type", "is implicit", flow -> flow.with("response_type", "id_token")),
                wrong("unsupported_response_type", "is hybrid", flow -> flow.with("response_type", "code id_token")),
                wrong("unsupported_response_type", "wants nothing", flow -> flow.with("response_type", "none")),
                wrong("invalid_request", "wants a message", flow -> flow.with("response_mode", "web_message")),
                wrong("invalid_request", "knows a new prompt", flow -> flow.with("prompt", "create")),
                wrong("invalid_request", "contradicts itself", flow -> flow.with("prompt", "none login")),
                wrong("invalid_request", "has a negative age", flow -> flow.with("max_age", "-1")),
                wrong("invalid_request", "has no age in seconds", flow -> flow.with("max_age", "PT5M")),
                wrong("invalid_request", "has no JSON claims", flow -> flow.with("claims", "{")),
                wrong("invalid_request", "has a list of claims", flow -> flow.with("claims", "[]")),
                wrong("invalid_request", "has no challenge", flow -> flow.without("code_challenge")),
                wrong("invalid_request", "has an empty challenge", flow -> flow.with("code_challenge", "")),
                wrong("invalid_request", "has a short challenge", flow -> flow.with("code_challenge", "x")),
                wrong("invalid_request", "has plain PKCE", flow -> flow.with("code_challenge_method", "plain")),
                wrong("invalid_request", "has plain PKCE tacitly", flow -> flow.without("code_challenge_method")),
                wrong("invalid_request", "has a new PKCE", flow -> flow.with("code_challenge_method", "S512")),
                wrong("invalid_scope", "asks for too much", flow -> flow.with("scope", "openid banking/write")),
                wrong("invalid_scope", "makes scopes up", flow -> flow.with("scope", "openid made-up")),
                wrong("invalid_scope", "has no list of scopes", flow -> flow.with("scope", "openid  profile")),
                wrong("invalid_scope", "makes thousands up", flow -> flow.with("scope", "a b ".repeat(1500) + "c")),
                wrong("request_not_supported", "is an object", flow -> flow.with("request", "e30.e30.")),
                wrong("request_uri_not_supported", "is elsewhere", flow -> flow.with("request_uri", "urn:x")),
                wrong("registration_not_supported", "registers itself", flow -> flow.with("registration", "{}")),
                wrong("invalid_request", "has a made-up hint", flow -> flow.with("id_token_hint", "e30.e30.x")),
                wrong("login_required", "shows no page", flow -> flow.with("prompt", "none")));
    }

    private static Arguments wrong(String error, String how, Consumer<CodeFlow> change) {
        return Arguments.argumentSet("a request that " + how, error, change);
    }

    @ParameterizedTest
    @MethodSource("wrongRequests")
    void goesByRedirect(String error, Consumer<CodeFlow> change) {
        CodeFlow flow = CodeFlow.of(BANK, App.MOBILE);
        change.accept(flow);

        Page page = flow.start(new Browser(BANK));

        assertThat(page.answer().status()).isEqualTo(303);
        assertTold(page, flow, error);
    }

    @ParameterizedTest
    @MethodSource("wrongRequests")
    void goesByFormWhereTheClientWantsThat(String error, Consumer<CodeFlow> change) {
        CodeFlow flow = CodeFlow.of(BANK, App.MOBILE).with("response_mode", "form_post");
        change.accept(flow);

        Page page = flow.startByForm(new Browser(BANK));

        assertThat(page.leavesByForm())
                .isEqualTo(flow.parameter("response_mode").equals("form_post"));
        assertTold(page, flow, error);
    }

    @ParameterizedTest
    @ValueSource(strings = {"scope=openid", "state=other", "nonce=other", "response_type=code", "x=1&x=2", "x&x"})
    void goesByRedirectWhereAParameterIsRepeated(String again) {
        CodeFlow flow = CodeFlow.of(BANK, App.MOBILE);

        Page page = new Browser(BANK).open(flow.target() + "&" + again);

        assertTold(page, flow, "invalid_request");
    }

    @ParameterizedTest
    @CsvSource({
        "code, fragment, true",
        "token, '', true",
        "code id_token, '', true",
        "token, query, false",
        "tokens, '', false"
    })
    void goesInTheFragmentWhereTheClientWantsThatOrItsResponseTypeMeansIt(String type, String mode, boolean fragment) {
        CodeFlow flow =
                CodeFlow.of(BANK, App.MOBILE).with("response_type", type).with("response_mode", mode);
        flow.with("scope", "made-up");

        Page page = flow.start(new Browser(BANK));

        assertThat(page.leavesByFragment()).isEqualTo(fragment);
        assertTold(page, flow, type.equals("code") ? "invalid_scope" : "unsupported_response_type");
    }

    @Test
    void tellsAClientThatIsNotRegisteredForTheGrant() {
        CodeFlow flow = CodeFlow.of(BANK, App.MACHINE);

        assertTold(flow.start(new Browser(BANK)), flow, "unauthorized_client");
    }

    @Test
    void hasNoStateIfTheRequestHadNone() {
        CodeFlow flow = CodeFlow.of(BANK, App.MOBILE).without("state", "response_type");

        assertThat(flow.start(new Browser(BANK)).told()).containsOnlyKeys("error", "error_description", "iss");
    }

    @ParameterizedTest
    @CsvSource({"Cancel, access_denied"})
    void isAccessDeniedWhenThePersonGivesUp(String button, String error) {
        CodeFlow flow = CodeFlow.of(BANK, App.MOBILE);

        assertTold(flow.start(new Browser(BANK)).press(button), flow, error);
    }

    private static void assertTold(Page page, CodeFlow flow, String error) {
        assertThat(page.destination()).isEqualTo(App.MOBILE.redirectUri());
        assertThat(page.told()).containsOnlyKeys("error", "error_description", "state", "iss");
        assertThat(page.told())
                .containsEntry("error", error)
                .containsEntry("state", flow.state())
                .containsEntry("iss", BANK.issuer().toString());
        assertThat(page.told("error_description")).matches("[ !#-\\[\\]-~]+");
        assertThat(page.decision().refusedFor(error.replace('_', '-'))).isTrue();
    }
}
