package dev.sandbank.controlapi;

import static dev.sandbank.testing.ControlCall.control;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.SandbankNames.Kind;
import dev.sandbank.testing.App;
import dev.sandbank.testing.CodeFlow;
import dev.sandbank.testing.ControlAnswer;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.Jwt;
import java.net.URI;
import java.util.Locale;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What tests in other languages ask a sandbox for before and after their calls. */
class LookingAroundOverHttpTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start(App.FIXTURE);

    @Test
    void tellsWhereAnEnvironmentIs() {
        ControlAnswer here = control(bank, "GET", "").send().hasStatus(200);

        assertThat(here.text("/baseUrl")).isEqualTo(bank.baseUrl().toString());
        assertThat(here.text("/issuer")).isEqualTo(bank.issuer().toString());
        assertThat(here.text("/tokenUrl")).isEqualTo(bank.tokenUrl().toString());
        assertThat(control(bank, "GET", "/").send().body()).isEqualTo(here.body());
    }

    @Test
    void tellsUrlsOfOperations() {
        assertThat(control(bank, "GET", "/operations/getAccount/url?argument=acct%2F1")
                        .send()
                        .text("/url"))
                .isEqualTo(bank.url("getAccount", "acct/1").toString());
        control(bank, "GET", "/operations/getAccount/url").send().hasStatus(400);
        control(bank, "GET", "/operations/getAcount/url").send().isProblem(404, "did you mean \"getAccount\"?");
    }

    @Test
    void tellsPropertiesForAnApplication() {
        ControlAnswer all =
                control(bank, "GET", "/properties?prefix=bank.").send().hasStatus(200);

        assertThat(all.json().properties())
                .extracting(member -> member.getKey() + "=" + member.getValue().asText())
                .containsExactlyElementsOf(bank.properties("bank.").entrySet().stream()
                        .map(property -> property.getKey() + "=" + property.getValue())
                        .toList());
        assertThat(control(bank, "GET", "/properties?client=ada-batch").send().text("/client-id"))
                .isEqualTo("ada-batch");
    }

    @ParameterizedTest
    @EnumSource
    void tellsNames(Kind kind) {
        String path = "/names/" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + "s";

        assertThat(control(bank, "GET", path).send().json().path("names"))
                .extracting(name -> name.asText())
                .containsExactlyElementsOf(bank.names().all(kind));
        control(bank, "GET", path + "?name=nothing-like%2Fit&environment=")
                .send()
                .hasBody("{\"names\": [], \"doubts\": [\"%s\"]}"
                        .formatted(bank.names()
                                .doubt(kind, "nothing-like/it")
                                .orElseThrow()
                                .replace("\"", "\\\"")));
    }

    @Test
    void tellsUsersAndClients() {
        control(bank, "GET", "/users/ada").send().hasBody("{\"user\": \"ada\", \"status\": \"active\"}");
        control(bank, "GET", "/clients/ada-batch")
                .send()
                .hasBody("{\"client\": \"ada-batch\", \"scopes\": [%s], \"disabled\": false,"
                                .formatted(String.join(
                                        ", ",
                                        bank.client("ada-batch").scopes().stream()
                                                .map(scope -> '"' + scope + '"')
                                                .toList()))
                        + " \"user\": \"ada\", \"secret\": \""
                        + bank.client("ada-batch").secret() + "\"}");
        assertThat(control(bank, "GET", "/users/ada/entitlements/acct-4f81c0")
                        .send()
                        .json()
                        .path("permissions"))
                .extracting(permission -> permission.asText())
                .containsExactlyInAnyOrderElementsOf(bank.user("ada").permissions("acct-4f81c0"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /users/adda                         | did you mean "ada"?
            /clients/ada-bacth                  | did you mean "ada-batch"?
            /users/ada/entitlements/acct-4f81c9 | did you mean "acct-4f81c0"?
            /names/client                       | did you mean "clients"?
            /properties?client=ada-bacth        | did you mean "ada-batch"?
            """)
    void tellsWhatWasProbablyMeant(String path, String told) {
        control(bank, "GET", path).send().isProblem(404, told);
    }

    @Test
    void signsAUserInWithoutABrowser() {
        CodeFlow flow = CodeFlow.of(bank, App.MOBILE);
        String content =
                "{\"authorization\": \"%s\", \"authentication\": {\"amr\": [\"pwd\", \"otp\"], \"acr\": \"2\"}}"
                        .formatted(bank.baseUrl() + flow.target());

        String location = control(bank, "POST", "/users/ada/sign-in")
                .json(content)
                .send()
                .hasStatus(200)
                .text("/location");

        String code = URI.create(location).getQuery().replaceAll("(^|.*&)code=([^&]*).*", "$2");
        assertThat(Jwt.idToken(flow.redeem(code).send()).text("acr")).isEqualTo("2");
        control(bank, "POST", "/users/ada/sign-in")
                .json("{\"authorization\": \"not a uri\"}")
                .send()
                .isProblem(400, "the member authorization is not a URI");
    }

    @Test
    void forgetsWhatHappened() {
        HttpCall.get(bank, "/banking/accounts").send();
        bank.user("ada").block();

        control(bank, "DELETE", "/journal").send().hasStatus(204);

        assertThat(bank.journal().calls()).isEmpty();
        assertThat(bank.journal().changes()).isEmpty();
        assertThat(bank.user("ada").status()).isEqualTo("blocked");
    }

    @Test
    void knowsWhichTestACallBelongsTo() {
        control(bank, "POST", "/tests/begin").json("{\"test\": \"a/b\"}").send().hasStatus(204);
        HttpCall.get(bank, "/banking/accounts").send();
        control(bank, "POST", "/tests/end").json("{\"test\": \"a/b\"}").send().hasStatus(204);
        HttpCall.get(bank, "/banking/accounts").send();

        assertThat(control(bank, "GET", "/calls?test=a%2Fb").send().json().path("calls"))
                .hasSize(1);
    }

    @Test
    void hasTheFirstKeyMadeAside() {
        control(bank, "POST", "/keys/prepare").send().hasStatus(204);
    }
}
