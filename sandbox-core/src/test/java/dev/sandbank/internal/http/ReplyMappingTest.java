package dev.sandbank.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.internal.model.Reply;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyMappingTest {

    @Test
    void sendsStatusHeadersAndBodyAndNothingElse() throws IOException {
        Wire.Answer answer =
                answer(Reply.of(201, "application/json", "{\"name\":\"Zoë\"}").withHeader("X-Id", "7"));

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("{\"name\":\"Zoë\"}");
        assertThat(answer.head().lines().filter(line -> !line.startsWith("Date: ")))
                .containsExactly(
                        "HTTP/1.1 201 Created", "Content-Type: application/json", "X-Id: 7", "Content-Length: 15", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json; charset=utf-8",
                "application/json;charset=UTF-8",
                "text/html",
                "text/html; charset=UTF-8",
                "text/plain",
                "application/problem+json",
                "application/vnd.bank+json; v=1"
            })
    void leavesTheContentTypeAlone(String type) throws IOException {
        assertThat(answer(Reply.of(200, type, "é")).header("Content-Type")).contains(type);
    }

    @Test
    void sendsNoContentTypeUnlessTold() throws IOException {
        Wire.Answer answer = answer(Reply.empty(200));

        assertThat(answer.header("Content-Type")).isEmpty();
        assertThat(answer.header("Content-Length")).contains("0");
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 304})
    void sendsNoBodyWhereHttpAllowsNone(int status) throws IOException {
        try (Port port = Port.open(
                        Wire.HOST,
                        0,
                        new Recorder(new Reply(status, Reply.empty(200).headers(), "x")));
                Wire wire = Wire.to(port.number())) {
            Wire.Answer first = wire.send(Wire.get("/")).receive();
            Wire.Answer second = wire.send(Wire.get("/")).receive();

            assertThat(first.status()).isEqualTo(status);
            assertThat(first.header("Content-Length").orElse("0")).isEqualTo("0");
            assertThat(second.status()).isEqualTo(status);
        }
    }

    @Test
    void answersHeadWithTheLengthButWithoutTheBody() throws IOException {
        try (Port port = Port.open(Wire.HOST, 0, Recorder.saying("hello"));
                Wire wire = Wire.to(port.number())) {
            Wire.Answer head =
                    wire.send("HEAD / HTTP/1.1\r\nHost: bank\r\n\r\n").receive(false);
            Wire.Answer get = wire.send(Wire.get("/")).receive();

            assertThat(head.header("Content-Length")).contains("5");
            assertThat(get.body()).isEqualTo("hello");
        }
    }

    @Test
    void answersHeadWithoutABodyEvenIfItIsRefused() throws IOException {
        try (Port port = Port.open(Wire.HOST, 0, Recorder.saying("hello"));
                Wire wire = Wire.to(port.number())) {
            Wire.Answer refused =
                    wire.send("HEAD /%25 HTTP/1.1\r\nHost: bank\r\n\r\n").receive(false);
            Wire.Answer get = wire.send(Wire.get("/")).receive();

            assertThat(refused.status()).isEqualTo(400);
            assertThat(get.body()).isEqualTo("hello");
        }
    }

    @Test
    void sendsALargeBodyWhole() throws IOException {
        String large = "0123456789".repeat(500_000);

        assertThat(answer(Reply.of(200, "text/plain", large)).body()).isEqualTo(large);
    }

    @Test
    void keepsADateThatTheSiteChose() throws IOException {
        String date = "Mon, 03 Mar 2031 09:00:00 GMT";

        assertThat(answer(Reply.empty(200).withHeader("Date", date))
                        .head()
                        .lines()
                        .filter(l -> l.startsWith("Date")))
                .containsExactly("Date: " + date);
    }

    @Test
    void closesTheConnectionIfTheSiteSaysSo() throws IOException {
        try (Port port = Port.open(Wire.HOST, 0, new Recorder(Reply.empty(200).withHeader("Connection", "close")));
                Wire wire = Wire.to(port.number())) {
            wire.send(Wire.get("/")).receive();

            assertThat(wire.isCutOff()).isTrue();
        }
    }

    private static Wire.Answer answer(Reply reply) throws IOException {
        try (Port port = Port.open(Wire.HOST, 0, new Recorder(reply))) {
            return Wire.ask(port.number(), Wire.get("/"));
        }
    }
}
