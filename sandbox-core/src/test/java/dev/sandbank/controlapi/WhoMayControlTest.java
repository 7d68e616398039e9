package dev.sandbank.controlapi;

import static dev.sandbank.testing.ControlCall.control;
import static dev.sandbank.testing.HttpCall.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sandbank.Sandbank;
import dev.sandbank.SandbankBuilder;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.ControlAnswer;
import dev.sandbank.testing.RawSocket;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs of this machine, or those who know the token: nobody where the API is turned off. */
class WhoMayControlTest {

    private static final String TOKEN = "t0ken.of-the~test+suite/1=";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.0.0.1:8080",
                "127.1.2.3:1",
                "localhost",
                "LOCALHOST:80",
                "localhost.",
                "bank.localhost:8080",
                "[::1]",
                "[::1]:8080"
            })
    void isWhoeverCallsAProgramOfThisMachineByItsName(String host) {
        try (Sandbank bank = Sandbank.start("apiture")) {
            assertThat(statusFor(bank, "Host: " + host)).startsWith("HTTP/1.1 204");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "127.0.0.1.evil.example",
                "localhost.evil.example",
                "evil.example:8080",
                "notlocalhost",
                "evil.example%2f.localhost",
                "evil.example..localhost",
                "10.0.0.1",
                "[::2]",
                "0.0.0.0",
                "1270.0.0.1"
            })
    void isNobodyWhoCallsUsByAnotherName(String host) {
        try (Sandbank bank = Sandbank.start("apiture")) {
            bank.user("ada").block();

            assertThat(statusFor(bank, "Host: " + host)).startsWith("HTTP/1.1 403");
            assertThat(bank.user("ada").status()).isEqualTo("blocked");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, https://evil.example",
        "Origin, null",
        "Origin, http://127.0.0.1",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site"
    })
    void isNoPageInABrowser(String header, String value) {
        try (Sandbank bank = Sandbank.start("apiture")) {
            ControlAnswer answer =
                    control(bank, "GET", "/clock").header(header, value).send();

            answer.isProblem(403, "requests ");
            assertThat(answer.headers().keySet()).noneMatch(name -> name.startsWith("access-control-"));
        }
    }

    @Test
    void isWhoeverKnowsTheToken() {
        try (Sandbank bank = builder().controlToken(TOKEN).start()) {
            control(bank, "GET", "/clock").bearer(TOKEN).send().hasStatus(200);
            control(bank, "GET", "/clock")
                    .header("Authorization", "bearer " + TOKEN)
                    .send()
                    .hasStatus(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer wrong", "Bearer ", "Bearer", "Basic dDp0", "", "Bearer " + TOKEN + " x", TOKEN})
    void isNobodyElseThen(String authorization) {
        try (Sandbank bank = builder().controlToken(TOKEN).start()) {
            ControlAnswer answer = control(bank, "POST", "/users/ada/block")
                    .header("Authorization", authorization)
                    .send();

            answer.isProblem(401, "the control token");
            assertThat(answer.header("www-authenticate"))
                    .hasValueSatisfying(value -> assertThat(value).startsWith("Bearer"));
            assertThat(bank.user("ada").status()).isEqualTo("active");
        }
    }

    @Test
    void isNobodyOnTheNetworkWithoutAToken() {
        try (Sandbank bank = builder().host("0.0.0.0").start()) {
            turnedOff(bank);
        }
    }

    @Test
    void isWhoeverKnowsTheTokenOnTheNetworkUnderAnyName() {
        try (Sandbank bank = builder().host("0.0.0.0").controlToken(TOKEN).start()) {
            control(bank, "GET", "/clock").bearer(TOKEN).send().hasStatus(200);
            control(bank, "GET", "/clock").send().hasStatus(401);
            assertThat(statusFor(bank, "Host: bank.example.test\r\nAuthorization: Bearer " + TOKEN))
                    .startsWith("HTTP/1.1 204");
        }
    }

    @Test
    void isWhoeverKnowsTheTokenThroughWhatStandsInFront() {
        SandbankBuilder behind = builder().publicUrl(URI.create("https://bank.example.test"));
        try (Sandbank bank = behind.start();
                Sandbank known = behind.controlToken(TOKEN).start()) {
            assertThat(statusFor(bank, "Host: bank.example.test")).startsWith("HTTP/1.1 403");
            assertThat(statusFor(known, "Host: bank.example.test\r\nAuthorization: Bearer " + TOKEN))
                    .startsWith("HTTP/1.1 204");
        }
    }

    @Test
    void isNobodyWhereTheApiIsTurnedOff() {
        try (Sandbank bySetting = builder()
                        .fixtureText("bank: apiture\nextends: apiture\nsettings: {controlApi: false}\n")
                        .start();
                Sandbank byBuilder = builder().withoutControlApi().start();
                Sandbank inSpiteOfAToken =
                        builder().controlToken(TOKEN).withoutControlApi().start()) {
            turnedOff(bySetting);
            turnedOff(byBuilder);
            turnedOff(inSpiteOfAToken);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "caf\u00e9", "a=b", "\r\nX: y"})
    void isNotToldByWhatCannotBeABearer(String token) {
        assertThatThrownBy(() -> builder().controlToken(token))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a control token must be 1 to 512");
    }

    /** As any path that the bank does not know. */
    private static void turnedOff(Sandbank bank) {
        for (String path : new String[] {"/_sandbank/api/clock", "/_sandbank/api", "/_sandbank/api/openapi.json"}) {
            Answer answer = call(bank, "GET", path).send();
            Answer unknown = call(bank, "GET", "/nowhere").send();

            assertThat(answer.status()).isEqualTo(unknown.status()).isEqualTo(404);
            assertThat(answer.decision().refusal()).isEqualTo(unknown.decision().refusal());
            assertThat(answer.text("/title")).isEqualTo(unknown.text("/title"));
        }
    }

    private static SandbankBuilder builder() {
        return Sandbank.builder().fixture("apiture");
    }

    /** The status line of the answer to a reset with these header lines. */
    private static String statusFor(Sandbank bank, String headers) {
        return RawSocket.text(
                bank, "POST /_sandbank/api/reset HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n");
    }
}
