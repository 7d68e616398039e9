package dev.sandbank.journal;

import static dev.sandbank.testing.ControlCall.control;
import static dev.sandbank.testing.HttpCall.get;
import static dev.sandbank.testing.HttpCall.post;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Exchange;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.HttpCall;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However the name of a secret is written and wherever it stands, the journal shows no more than four characters of it. */
class AnySpellingOfASecretTest {

    private static final String SECRET = "Zx9Q-hidden-behind-a-name";
    private static final String NUMBER = "7700418852916633";
    private static final String TOKEN_SERVER = "/oidc/token";
    private static final String GUARDED = "/banking/transfers";

    @AutoClose
    private final Sandbank bank =
            Sandbank.builder().fixture("apiture").decisionHeader().start();

    /** Names that say what they are. */
    static Stream<String> tellingNames() {
        return Stream.of(
                "password", "client_secret", "accessToken", "refresh-token", "id_token", "assertion", "api_key");
    }

    /** Names that no list has. */
    static Stream<String> unknownNames() {
        return Stream.of("subject_token", "x", "device.code", "Kennwort", "state", "code", "login_hint", "foo[bar]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--a=1&client_secret=%s", "--client_secret=%s", "--a\r\n%s", "--a&b\r\nclient_secret=%s\r\n"})
    void inAFormThatBeginsAsIfItHadParts(String form) {
        post(bank, TOKEN_SERVER)
                .content("application/x-www-form-urlencoded", "--" + SECRET)
                .send();
        for (String path : List.of(TOKEN_SERVER, GUARDED)) {
            post(bank, path)
                    .content("application/x-www-form-urlencoded", form.formatted(SECRET))
                    .send();
        }

        nothingIsShown();
    }

    @ParameterizedTest
    @MethodSource("tellingNames")
    void inJsonForAnOperation(String name) {
        Spellings.json(name, SECRET, NUMBER)
                .forEach(text -> post(bank, GUARDED).json(text).send());

        nothingIsShown();
    }

    @ParameterizedTest
    @MethodSource({"tellingNames", "unknownNames"})
    void inJsonForTheTokenServer(String name) {
        Spellings.json(name, SECRET, NUMBER)
                .forEach(text -> post(bank, TOKEN_SERVER).json(text).send());

        nothingIsShown();
    }

    @ParameterizedTest
    @MethodSource("tellingNames")
    void inAFormOrQueryForAnOperation(String name) {
        sendForms(GUARDED, name);

        nothingIsShown();
    }

    @ParameterizedTest
    @MethodSource({"tellingNames", "unknownNames"})
    void inAFormOrQueryForTheTokenServer(String name) {
        sendForms(TOKEN_SERVER, name);

        nothingIsShown();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oidc/auth", "/oidc/token/introspection", "/oidc/login", "/oidc/nowhere"})
    void inAFormOrQueryForAnyEndpointOfTheTokenServer(String path) {
        sendForms(path, "client_secret");
        sendForms(path, "Kennwort");

        nothingIsShown();
    }

    @ParameterizedTest
    @MethodSource("tellingNames")
    void inAPartForAnOperation(String name) {
        sendParts(GUARDED, name);

        nothingIsShown();
    }

    @ParameterizedTest
    @MethodSource({"tellingNames", "unknownNames"})
    void inAPartForTheTokenServer(String name) {
        sendParts(TOKEN_SERVER, name);

        nothingIsShown();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DPoP",
                "dpop",
                "X-Auth-Token",
                "X-Anything",
                "Proxy-Authorization",
                "COOKIE",
                "Api-Key",
                "X-Vault",
                "Challenge"
            })
    void inAFieldThatIsNotKnownToBeHarmless(String name) {
        for (String path : List.of(GUARDED, TOKEN_SERVER, "/nowhere")) {
            get(bank, path).header(name, SECRET).send();
            get(bank, path).header(name, "Bearer " + SECRET).send();
        }

        nothingIsShown();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example/cb?code=%s&a=b",
                "https://app.example/cb#a=b&access%%5Ftoken=%s",
                "https://app.example/cb?next=https%%3A%%2F%%2Fx.example%%2F%%3Fpassword%%3D%s",
                "https://app.example/cb;jsessionid=%s?a=b",
                "https://app.example/cb?%s"
            })
    void inAnAddressThatIsSentAlong(String address) {
        String url = address.formatted(SECRET);
        for (String path : List.of(GUARDED, TOKEN_SERVER)) {
            get(bank, path).header("Referer", url).send();
        }
        get(bank, "/oidc/auth")
                .query("client_id", "mobile-app")
                .query("redirect_uri", url)
                .send();

        nothingIsShown();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x{\"password\":\"%s\"}", "{'password': '%s'}", "\uFEFF{\"password\": \"%s\"}",
                        "<password>%s</password>",
                "password: %s", "{\"a\":1} {\"password\":\"%s\"}", "{\"a\":1}, \"password\":\"%s\"",
                        "[[\"\\q\", \"%s\"]]"
            })
    void inWhatCannotBeRead(String text) {
        for (String path : List.of(GUARDED, TOKEN_SERVER)) {
            for (String type : List.of("application/json", "text/plain", "application/x-www-form-urlencoded", "a/b")) {
                post(bank, path).content(type, text.formatted(SECRET)).send();
            }
        }
        post(bank, GUARDED)
                .content("application/json", ("{\"password\":\"" + SECRET + "\"}").getBytes(StandardCharsets.UTF_16BE))
                .send();

        nothingIsShown();
        assertThat(shown()).doesNotContain("h\u0000i\u0000d\u0000d\u0000e\u0000n");
    }

    @Test
    void inATextThatIsCut() {
        String long4 = "x".repeat(4060);
        for (String path : List.of(GUARDED, TOKEN_SERVER)) {
            post(bank, path)
                    .json("{\"a\": \"" + long4 + "\", \"password\": \"" + SECRET + "\"}")
                    .send();
            post(bank, path).json("{\"password\": \"" + SECRET + long4 + "\"}").send();
            post(bank, path)
                    .content("application/x-www-form-urlencoded", "a=" + long4 + "&password=" + SECRET)
                    .send();
        }

        nothingIsShown();
    }

    @Test
    void butWhatIsHarmlessStaysAsItWasWritten() {
        String json = "{ \"amount\": 12.50, \"memo\":\"R\\u00e4nt: x=1\",\n \"a\": [true, null, {\"b\": \"c\"}] }";
        Exchange call = post(bank, GUARDED).json(json).send().exchange();
        Exchange asked = HttpCall.tokenRequest(
                        bank, "grant_type", "client_credentials", "scope", "banking/read data/read")
                .send()
                .exchange();

        assertThat(call.requestBody()).isEqualTo(json);
        assertThat(asked.requestBody()).isEqualTo("grant_type=client_credentials&scope=banking%2Fread+data%2Fread");
        assertThat(call.requestHeaders()).containsKeys("User-Agent", "Content-Type");
    }

    private void sendForms(String path, String name) {
        for (String spelt : List.of(
                name,
                Spellings.percent(name, 1),
                Spellings.percent(name, name.length()),
                name.toUpperCase(Locale.ROOT))) {
            String pair = spelt.replace("[", "%5B").replace("]", "%5D") + "=" + SECRET;
            get(bank, path + "?" + pair).send();
            get(bank, path + "?a=b&" + pair + "&c=d").send();
            for (String form : List.of(
                    pair, "a=b&" + pair + "?x;y#" + SECRET, "scope=" + Spellings.percent(pair, pair.length()))) {
                post(bank, path)
                        .content("application/x-www-form-urlencoded", form)
                        .send();
                post(bank, path).content("text/plain", form).send();
            }
        }
    }

    private void sendParts(String path, String name) {
        for (String head : List.of(
                "Content-Disposition: form-data; name=\"" + name + "\"",
                "content-disposition:form-data;NAME=" + name,
                "Content-Type: text/plain\r\nContent-Disposition: form-data; name*=UTF-8''"
                        + Spellings.percent(name, name.length()),
                "X-Note: " + SECRET + "\r\nContent-Disposition: form-data; name=\"a\"; name=\"" + name + "\"",
                "Content-Type: text/plain")) {
            String part = "--b\r\n" + head + "\r\n\r\n" + SECRET + "\r\n--b--\r\n";
            post(bank, path).content("multipart/form-data; boundary=b", part).send();
            post(bank, path)
                    .content("multipart/form-data; boundary=b", "preamble\r\n" + part)
                    .send();
            post(bank, path).content("application/json", part.replace("\r", "")).send();
        }
    }

    private void nothingIsShown() {
        assertThat(bank.journal().calls()).isNotEmpty();
        assertThat(shown()).doesNotContain(SECRET.substring(4, 12), NUMBER.substring(4));
    }

    private String shown() {
        StringBuilder text = new StringBuilder(
                control(bank, "GET", "/calls?limit=1000").send().body());
        for (Exchange call : bank.journal().calls()) {
            text.append(call).append(call.describe()).append('\n');
        }
        return text.toString();
    }
}
