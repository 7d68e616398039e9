package dev.sandbank.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.net.SocketException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileRequestsTest {

    private static final String HOST = "Host: bank\r\n";
    private static final String END = "\r\n";

    private final Recorder site = Recorder.saying("fine");

    @ParameterizedTest(name = "{0}")
    @MethodSource({"dev.sandbank.internal.http.BadTargets#all", "badHosts", "badHeads", "badBodies"})
    void areRefusedInTheWordsOfTheSite(String what, int status, String method, String target, String request)
            throws IOException {
        try (LogLines log = LogLines.listen();
                Port port = Port.open(Wire.HOST, 0, site);
                Wire wire = Wire.to(port.number())) {
            Wire.Answer answer = wire.send(request).endOutput().receive();

            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.header("Content-Type")).contains("application/problem+json");
            assertThat(answer.header("Server")).isEmpty();
            assertThat(site.requests).isEmpty();
            assertThat(site.onlyRefusal().status()).isEqualTo(status);
            assertThat(site.onlyRefusal().method()).isEqualTo(method);
            assertThat(site.onlyRefusal().target()).isEqualTo(target);
            assertThat(answer.body()).contains(site.onlyRefusal().reason());
            assertThat(log.records).isEmpty();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"dev.sandbank.internal.http.BadTargets#all", "badHosts", "badHeads"})
    void areToldIfTheirConnectionCloses(String what, int status, String method, String target, String request)
            throws IOException {
        try (Port port = Port.open(Wire.HOST, 0, site);
                Wire wire = Wire.to(port.number())) {
            Wire.Answer answer = wire.send(request).receive();

            if (answer.header("Connection").isEmpty()) {
                assertThat(wire.send(Wire.get("/next")).receive().status()).isEqualTo(200);
            } else {
                assertThat(answer.header("Connection")).contains("close");
                assertThat(wire.isCutOff()).isTrue();
            }
        }
    }

    /** Whoever is refused before all is sent need not send the rest. */
    private static void drip(String request, Wire wire) throws IOException {
        for (String letter : request.split("", -1)) {
            try {
                wire.send(letter);
            } catch (SocketException cutOff) {
                return;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD /a\0b HTTP/1.1", "HEAD /a b HTTP/1.1", "\r\nHEAD /\1 HTTP/1.1", "HEAD /a HTTP/9.9"})
    void areRefusedWithoutContentIfTheyAskForTheHeadAlone(String line) throws IOException {
        String request = line + "\r\n" + HOST + END;
        try (Port port = Port.open(Wire.HOST, 0, site);
                Wire whole = Wire.to(port.number());
                Wire dripping = Wire.to(port.number())) {
            whole.send(request);
            drip(request, dripping);

            for (Wire wire : List.of(whole, dripping)) {
                Wire.Answer answer = wire.receive(false);
                assertThat(answer.status()).isBetween(400, 505);
                assertThat(answer.header("Connection")).contains("close");
                assertThat(wire.isCutOff()).isTrue();
            }
            assertThat(site.refusals)
                    .hasSize(2)
                    .allMatch(refused -> refused.method().equals("HEAD"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"HEADER /a\0b HTTP/1.1", "head /a\0b HTTP/1.1", "GET /HEAD \0 HTTP/1.1", "AHEAD /\0 HTTP/1.1"})
    void areRefusedWithContentIfTheyDoNot(String line) throws IOException {
        try (Port port = Port.open(Wire.HOST, 0, site)) {
            Wire.Answer answer = Wire.ask(port.number(), line + "\r\n" + HOST + END);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.body()).contains(site.onlyRefusal().reason());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oddities")
    void areAnsweredIfTheyCanBeUnderstood(String what, String method, String target, String request)
            throws IOException {
        try (Port port = Port.open(Wire.HOST, 0, site)) {
            assertThat(Wire.ask(port.number(), request).status()).isEqualTo(200);
            assertThat(site.onlyRequest().method()).isEqualTo(method);
            assertThat(site.onlyRequest().target()).isEqualTo(target);
            assertThat(site.refusals).isEmpty();
        }
    }

    static Stream<Arguments> badHosts() {
        return Stream.of(
                refused("no host", 400, "GET", "GET /a HTTP/1.1\r\n" + END),
                refused("two hosts", 400, "GET", "GET /a HTTP/1.1\r\n" + HOST + "Host: other\r\n" + END),
                refused("empty host", 400, "GET", "GET /a HTTP/1.1\r\nHost:\r\n" + END),
                refused("garbled host", 400, "GET", "GET /a HTTP/1.1\r\nHost: a b\r\n" + END));
    }

    static Stream<Arguments> badHeads() {
        return Stream.of(
                arguments("garbage", 400, "", "", "\0\1garbage\r\n\r\n"),
                arguments("a TLS greeting", 400, "", "", "\26\3\1\2\0\1\0\1"),
                arguments("one word", 400, "", "", "HELLO\r\n\r\n"),
                arguments("bad method", 400, "", "", "G(T /a HTTP/1.1\r\n" + HOST + END),
                arguments("HTTP/0.9", 505, "", "", "GET /a\r\n\r\n"),
                arguments("HTTP/3.0", 505, "", "", "GET /a HTTP/3.0\r\n" + HOST + END),
                arguments("HTTP/2 preface", 426, "PRI", "*", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
                refused(
                        "huge header",
                        431,
                        "GET",
                        "GET /a HTTP/1.1\r\n" + HOST + "X: " + "x".repeat(90_000) + "\r\n\r\n"),
                refused("many headers", 431, "GET", "GET /a HTTP/1.1\r\n" + HOST + "X: x\r\n".repeat(15_000) + END),
                refused("space in a name", 400, "GET", "GET /a HTTP/1.1\r\n" + HOST + "X : x\r\n" + END),
                refused("no colon", 400, "GET", "GET /a HTTP/1.1\r\n" + HOST + "Xx\r\n" + END),
                refused("folded header", 400, "GET", "GET /a HTTP/1.1\r\n" + HOST + "X: x\r\n y\r\n" + END),
                refused("NUL in a header", 400, "GET", "GET /a HTTP/1.1\r\n" + HOST + "X: a\0b\r\n" + END),
                refused("unknown expectation", 417, "POST", post("Expect: tea\r\nContent-Length: 0")),
                refused("half an upgrade", 400, "GET", "GET /a HTTP/1.1\r\n" + HOST + "Upgrade: h2c\r\n" + END));
    }

    static Stream<Arguments> badBodies() {
        return Stream.of(
                refused("both lengths", 400, "POST", post("Content-Length: 5\r\nTransfer-Encoding: chunked")),
                refused("two lengths", 400, "POST", post("Content-Length: 5\r\nContent-Length: 6") + "hellos"),
                refused("negative length", 400, "POST", post("Content-Length: -5")),
                refused("garbled length", 400, "POST", post("Content-Length: 5x") + "hello"),
                refused("absurd length", 400, "POST", post("Content-Length: 99999999999999999999")),
                refused("unknown encoding", 400, "POST", post("Transfer-Encoding: gzip")),
                refused("chunked twice", 400, "POST", post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked")),
                refused("bad chunk size", 400, "POST", post("Transfer-Encoding: chunked") + "zz\r\nhello\r\n0\r\n\r\n"),
                refused("bad chunk end", 400, "POST", post("Transfer-Encoding: chunked") + "5\r\nhelloXX0\r\n\r\n"),
                refused("cut chunk", 400, "POST", post("Transfer-Encoding: chunked") + "50\r\nhello"),
                refused("cut body", 400, "POST", post("Content-Length: 50") + "hello"));
    }

    static Stream<Arguments> oddities() {
        return Stream.of(
                arguments("HTTP/1.0 without host", "GET", "/a", "GET /a HTTP/1.0\r\n" + END),
                arguments("lower case method", "get", "/a", "get /a HTTP/1.1\r\n" + HOST + END),
                arguments("unknown method", "PROPFIND", "/a", "PROPFIND /a HTTP/1.1\r\n" + HOST + END),
                arguments("hyphened method", "VERSION-CONTROL", "/a", "VERSION-CONTROL /a HTTP/1.1\r\n" + HOST + END),
                arguments("trace", "TRACE", "/a", "TRACE /a HTTP/1.1\r\n" + HOST + END),
                arguments("absolute target", "GET", "/a?b=c", Wire.get("http://elsewhere/a?b=c")),
                arguments("absolute target without path", "GET", "/", Wire.get("http://elsewhere")),
                arguments("dots", "GET", "/a/../b", Wire.get("/a/../b")),
                arguments("path parameters", "GET", "/a;x=1/b", Wire.get("/a;x=1/b")),
                arguments(
                        "upgrade offer",
                        "GET",
                        "/a",
                        "GET /a HTTP/1.1\r\n" + HOST + "Connection: Upgrade\r\nUpgrade: h2c\r\n" + END),
                arguments(
                        "garbled content type",
                        "POST",
                        "/a",
                        post("Content-Type: ;/=;charset=no\r\nContent-Length: 0")),
                arguments("garbled cookie", "GET", "/a", "GET /a HTTP/1.1\r\n" + HOST + "Cookie: ==;;\"\r\n" + END));
    }

    private static Arguments refused(String what, int status, String method, String request) {
        return arguments(what, status, method, "/a", request);
    }

    private static String post(String headers) {
        return "POST /a HTTP/1.1\r\n" + HOST + headers + "\r\n\r\n";
    }
}
