package dev.sandbank.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.BuiltIn;
import dev.sandbank.testing.RawSocket;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the server itself refuses is told in the decision by its own cause. */
class UnreadableRequestsTest {

    private static final String LINE = "GET /banking/accounts HTTP/1.1\r\n";
    private static final String HOST = "Host: bank\r\n";
    private static final String END = "Connection: close\r\n\r\n";

    static Stream<Arguments> targets() {
        return Stream.of(
                target(
                        "//banking//accounts",
                        "an empty segment, as from a base URL that ends with a slash;"
                                + " did you mean /banking/accounts"),
                target("/a%2Fb", "the path has an escaped slash"),
                target("/a%2525b", "the path has an escaped percent sign"),
                target("/%2e%2e/b", "the path leads above its root, or cannot be read at all"),
                target("/a/%2e%2e/b", "the path has an escaped dot segment"),
                target("/a/..;/b", "the path has a parameter at a dot segment"),
                target("/a%ff", "the path has an escape that is not UTF-8"),
                target("/a%zz", "the path has an escape without two hexadecimal digits"),
                target("/a%", "the path has an escape without two hexadecimal digits"),
                target("/a%00b", "the path has a character that must be left out"),
                target("/a\\b", "the path has a character that must be escaped"),
                target("a", "the target does not begin with a slash"),
                target("/a?x=%zz", "Bad query: "),
                target("/" + "a".repeat(65_600), "the path and the query are longer than 65536 characters"),
                target("/" + "a".repeat(90_000), "the request line is too long"),
                target("/a b", "a character is not allowed where it stands: SPACE=' '"));
    }

    static Stream<Arguments> heads() {
        return Stream.of(
                arguments(LINE + END, "the header field Host is missing"),
                arguments(LINE + "Host:\r\n" + END, "the header field Host is empty"),
                arguments(LINE + HOST + HOST + END, "the request has two header fields Host"),
                arguments(LINE + "Host: a b\r\n" + END, "the header field Host is not a host, or a host and a port"),
                arguments("HELLO\r\n\r\n", "the request line has no target"),
                arguments("GET /a HTTP/9.9\r\n" + HOST + END, "does not end with a version of HTTP"),
                arguments("GET /a HTTP/3.0\r\n" + HOST + END, "the version of HTTP is not supported; use HTTP/1.1"),
                arguments("GET /a\r\n\r\n", "the request line names no version of HTTP, such as HTTP/1.1"),
                arguments("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "the client speaks HTTP/2 without an upgrade"),
                arguments("G(T /a HTTP/1.1\r\n" + HOST + END, "a character is not allowed where it stands: VCHAR='('"),
                header("X : x", "a character is not allowed where it stands: SPACE=' '"),
                header("X: a\r\n b", "a header field continues on the next line"),
                header("X: " + "x".repeat(90_000), "the header fields together are too large"),
                header("Upgrade: h2c", "the header fields of an upgrade to HTTP/2 are not complete"),
                header("Expect: tea", "the header field Expect must be 100-continue"),
                header("Content-Length: x", "the header field Content-Length is not a number of bytes"),
                header("Content-Length: 99999999999999999999", "Content-Length is not a number of bytes"),
                header(
                        "Content-Length: 5\r\nContent-Length: 6",
                        "the request has two different Content-Length header fields"),
                header("Content-Length: 5\r\nTransfer-Encoding: chunked", "both Transfer-Encoding and Content-Length"),
                header("Transfer-Encoding: gzip", "the last Transfer-Encoding is not chunked"),
                header("Transfer-Encoding: chunked, chunked", "the Transfer-Encoding is chunked twice"));
    }

    @ParameterizedTest
    @MethodSource({"targets", "heads"})
    void tellTheirCauseInTheDecision(String request, String cause) {
        try (Sandbank bank = BuiltIn.APITURE.start()) {
            Answer answer = RawSocket.send(bank, request);

            assertThat(answer.decision().explain())
                    .startsWith("refused at http: ")
                    .contains(cause);
        }
    }

    @Test
    void areAnsweredNoneTheWiser() {
        try (Sandbank bank = BuiltIn.UPHOLD.start()) {
            Answer answer = RawSocket.send(bank, "GET /core//accounts HTTP/1.1\r\n" + HOST + END);

            assertThat(answer.body())
                    .isEqualTo(
                            "{\"code\":\"request_invalid\",\"message\":\"Ambiguous URI empty segment\",\"details\":{\"context\":\"path\","
                                    + "\"violations\":[{\"property\":\"\",\"rule\":\"format\"}]}}");
        }
    }

    private static Arguments target(String target, String cause) {
        return arguments("GET " + target + " HTTP/1.1\r\n" + HOST + END, cause);
    }

    private static Arguments header(String field, String cause) {
        return arguments(LINE + HOST + field + "\r\n" + END, cause);
    }
}
