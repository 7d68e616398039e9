package dev.sandbank.hostile;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.BuiltIn;
import dev.sandbank.testing.RawSocket;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests that no honest client sends get a 4xx in the bank's own format, and an entry in the journal. */
class HostileRequestsTest {

    private static final String LINE = "GET @ HTTP/1.1\r\n";
    private static final String HOST = "Host: bank\r\n";
    private static final String END = "Connection: close\r\n\r\n";

    /** Written with {@code @} for a guarded path and {@code %} for the token. */
    static Stream<Arguments> requests() {
        Stream<Arguments> plain = Stream.of(
                arguments("no host", LINE + END),
                arguments("two hosts", LINE + HOST + HOST + END),
                arguments("a host that is none", LINE + "Host: a b\r\n" + END),
                arguments("lower-case method", "get @ HTTP/1.1\r\n" + HOST + END),
                arguments("unknown method", "BREW @ HTTP/1.1\r\n" + HOST + END),
                arguments("trace", "TRACE @ HTTP/1.1\r\n" + HOST + END),
                arguments("connect", "CONNECT bank:80 HTTP/1.1\r\n" + HOST + END),
                arguments("method with signs", "G{}T @ HTTP/1.1\r\n" + HOST + END),
                arguments("very long method", "G".repeat(90_000) + " @ HTTP/1.1\r\n" + HOST + END),
                arguments("options of the server", "OPTIONS * HTTP/1.1\r\n" + HOST + END),
                arguments("no version", "GET @\r\n" + HOST + END),
                arguments("unknown version", "GET @ HTTP/9.9\r\n" + HOST + END),
                arguments("no target", "GET  HTTP/1.1\r\n" + HOST + END),
                arguments("relative target", "GET accounts HTTP/1.1\r\n" + HOST + END),
                arguments("encoded slash", "GET @%2Fx HTTP/1.1\r\n" + HOST + END),
                arguments("encoded backslash", "GET @%5Cx HTTP/1.1\r\n" + HOST + END),
                arguments("backslash", "GET @\\x HTTP/1.1\r\n" + HOST + END),
                arguments("dot segments", "GET @/../accounts HTTP/1.1\r\n" + HOST + END),
                arguments("encoded dot segments", "GET @/%2e%2e/accounts HTTP/1.1\r\n" + HOST + END),
                arguments("above the root", "GET /../../etc/passwd HTTP/1.1\r\n" + HOST + END),
                arguments("path parameter", "GET @;jsessionid=1 HTTP/1.1\r\n" + HOST + END),
                arguments("dot path parameter", "GET @/..;/x HTTP/1.1\r\n" + HOST + END),
                arguments("empty segments", "GET /@//x HTTP/1.1\r\n" + HOST + END),
                arguments("bad escape", "GET @/%zz HTTP/1.1\r\n" + HOST + END),
                arguments("half an escape", "GET @/% HTTP/1.1\r\n" + HOST + END),
                arguments("broken utf-8 in path", "GET @/%ff%fe HTTP/1.1\r\n" + HOST + END),
                arguments("nul in path", "GET @/%00 HTTP/1.1\r\n" + HOST + END),
                arguments("newline in path", "GET @/a%0Ab HTTP/1.1\r\n" + HOST + END),
                arguments("raw octets in path", "GET @/\u00e4\u00ff HTTP/1.1\r\n" + HOST + END),
                arguments("bad escape in query", "GET @?a=%zz HTTP/1.1\r\n" + HOST + END),
                arguments("broken utf-8 in query", "GET @?a=%ff HTTP/1.1\r\n" + HOST + END),
                arguments("huge query", "GET @?" + "a".repeat(66_000) + " HTTP/1.1\r\n" + HOST + END),
                arguments("huge target", "GET @" + "/a".repeat(50_000) + " HTTP/1.1\r\n" + HOST + END),
                arguments("huge header", LINE + HOST + "X-A: " + "a".repeat(90_000) + "\r\n" + END),
                arguments("very many headers", LINE + HOST + "X-A: a\r\n".repeat(15_000) + END),
                arguments("header without colon", LINE + HOST + "nonsense\r\n" + END),
                arguments("header with a space before its colon", LINE + HOST + "X-A : a\r\n" + END),
                arguments("folded header", LINE + HOST + "X-A: a\r\n b\r\n" + END),
                arguments("nul in header", LINE + HOST + "X-A: a\u0000b\r\n" + END),
                arguments("two lengths", LINE + HOST + "Content-Length: 1\r\nContent-Length: 2\r\n" + END + "ab"),
                arguments("a length that is none", LINE + HOST + "Content-Length: x\r\n" + END),
                arguments("a negative length", LINE + HOST + "Content-Length: -1\r\n" + END),
                arguments(
                        "length and chunks",
                        LINE + HOST + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n" + END + "0\r\n\r\n"),
                arguments("unknown coding", LINE + HOST + "Transfer-Encoding: gzip\r\n" + END),
                arguments(
                        "bad chunk", "POST @ HTTP/1.1\r\n" + HOST + "Transfer-Encoding: chunked\r\n" + END + "zz\r\n"),
                arguments("body that ends early", "POST @ HTTP/1.1\r\n" + HOST + "Content-Length: 9\r\n" + END + "abc"),
                arguments("tls to a plain port", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\r\n\r\n"),
                arguments("http/2 without asking", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"));
        return plain.flatMap(request ->
                Stream.of(BuiltIn.values()).map(built -> Arguments.of(built, request.get()[0], request.get()[1])));
    }

    private static Arguments arguments(String what, String request) {
        return Arguments.of(what, request);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("requests")
    void areRefusedInTheWordsOfTheBank(BuiltIn built, String what, String request) {
        try (Sandbank bank = built.start()) {
            Answer answer = RawSocket.send(bank, request.replace("@", built.guarded()));

            assertThat(answer.status()).as(what + ": " + answer.body()).isBetween(400, 499);
            assertThat(answer).hasNoHeader("Server").hasNoHeader("X-Powered-By");
            assertThat(bank.journal().calls()).hasSize(1);
            assertThat(answer.decision().allowed()).isFalse();
            assertThat(answer.decision().status()).isEqualTo(answer.status());
            assertThat(answer.body()).doesNotContain("Exception", "jetty", "javalin", "at dev.", "<html");
        }
    }
}
