package dev.sandbank.hostile;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.BuiltIn;
import dev.sandbank.testing.RawSocket;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that a caller sends becomes a header of the reply, a host of a link, or another request. */
class HeaderInjectionTest {

    @ParameterizedTest
    @ValueSource(strings = {"%0d%0aX-Evil:%201", "%0aX-Evil:1", "%E5%98%8A%E5%98%8DX-Evil:1", "\u010aX-Evil:1"})
    void staysOutOfTheHead(String text) {
        for (BuiltIn built : BuiltIn.values()) {
            try (Sandbank bank = built.start()) {
                for (String target : new String[] {built.guarded() + "?limit=" + text, built.guarded() + "/" + text}) {
                    Answer answer = RawSocket.send(
                            bank, "GET " + target + " HTTP/1.1\r\nHost: bank\r\nConnection: close\r\n\r\n");

                    assertThat(answer.status()).isBetween(400, 499);
                    assertThat(answer).hasNoHeader("X-Evil");
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void makesNoLinkToAnotherHost(BuiltIn built) {
        try (Sandbank bank = built.start()) {
            String client = built == BuiltIn.UPHOLD ? "ada-only" : "ada-batch";
            String size = built == BuiltIn.UPHOLD ? "perPage=1" : "limit=1";
            Answer answer = RawSocket.send(
                    bank,
                    "GET " + built.guarded() + "?" + size + " HTTP/1.1\r\nHost: evil.example\r\n"
                            + "X-Forwarded-Host: evil.example\r\nForwarded: host=evil.example\r\n"
                            + "X-Forwarded-Proto: https\r\nConnection: close\r\n"
                            + "Authorization: Bearer " + bank.tokens().forClient(client) + "\r\n\r\n");

            assertThat(answer).hasStatus(200);
            assertThat(answer.body()).contains(bank.baseUrl().toString()).doesNotContain("evil.example", "https:");
        }
    }
}
