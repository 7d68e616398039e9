package dev.sandbank.life;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.RawSocket;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever keeps a sandbox running asks {@code /_sandbank/health}. */
class HealthTest {

    @AutoClose
    private final Sandbank bank = Sandbank.start("uphold");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /_sandbank/health       | {"live":true,"ready":true}
            /_sandbank/health/live  | {"live":true}
            /_sandbank/health/ready | {"ready":true}
            """)
    void isGoodWhileItAnswers(String path, String told) {
        HttpResponse<String> reply = HttpCall.get(bank, path).sendPastTheBank();
        HttpResponse<String> head = HttpCall.call(bank, "HEAD", path).sendPastTheBank();

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo(told);
        assertThat(reply.headers().map()).containsOnlyKeys("cache-control", "content-type", "content-length", "date");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void isOpenToAllUnderAnyNameAndWithoutTheControlApi() {
        try (Sandbank closed = Sandbank.builder().withoutControlApi().start();
                Sandbank guarded = Sandbank.builder().controlToken("t0ken").start()) {
            assertThat(underAnotherName(closed)).startsWith("HTTP/1.1 200");
            assertThat(underAnotherName(guarded)).startsWith("HTTP/1.1 200");
        }
    }

    private static String underAnotherName(Sandbank bank) {
        return RawSocket.text(
                bank,
                "GET /_sandbank/health HTTP/1.1\r\nHost: bank.example.test\r\nOrigin: https://x.test\r\nConnection: close\r\n\r\n");
    }

    @Test
    void isNoCallOfTheBankAndNoFaultStrikesIt() {
        bank.faults().anywhere().next(1).fail(503);

        assertThat(HttpCall.get(bank, "/_sandbank/health").sendPastTheBank().statusCode())
                .isEqualTo(200);
        assertThat(bank.journal().calls()).isEmpty();
        assertThat(bank.faults().count()).isEqualTo(1);
    }

    @Test
    void isAskedForAndNoMore() {
        HttpResponse<String> posted = HttpCall.post(bank, "/_sandbank/health").sendPastTheBank();

        assertThat(posted.statusCode()).isEqualTo(405);
        assertThat(posted.headers().firstValue("Allow")).contains("GET, HEAD");
        assertThat(HttpCall.get(bank, "/_sandbank/health/deep")
                        .sendPastTheBank()
                        .statusCode())
                .isEqualTo(404);
    }
}
