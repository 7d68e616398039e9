package dev.sandbank.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated
class PortTest {

    @Test
    void listensOnTheNumberThatWasAskedFor() throws IOException {
        int number = freeNumber();

        try (Port port = Port.open(Wire.HOST, number, Recorder.saying("here"))) {
            assertThat(port.number()).isEqualTo(number);
            assertThat(Wire.ask(number, Wire.get("/")).body()).isEqualTo("here");
        }
    }

    @Test
    void answersManyRequestsOverOneConnection() throws IOException {
        try (Port port = Port.open(Wire.HOST, 0, Recorder.saying("again"));
                Wire wire = Wire.to(port.number())) {
            for (int i = 0; i < 100; i++) {
                assertThat(wire.send(Wire.get("/" + i)).receive().body()).isEqualTo("again");
            }
        }
    }

    @Test
    void answersPipelinedRequestsInTheirOrder() throws IOException {
        Recorder site = Recorder.saying("in turn");
        try (Port port = Port.open(Wire.HOST, 0, site);
                Wire wire = Wire.to(port.number())) {
            wire.send(Wire.get("/1") + Wire.get("/2") + Wire.get("/3"));

            assertThat(List.of(
                            wire.receive().body(),
                            wire.receive().body(),
                            wire.receive().body()))
                    .containsOnly("in turn");
            assertThat(site.requests).extracting("path").containsExactly("/1", "/2", "/3");
        }
    }

    @Test
    void saysThatANumberIsTaken() {
        try (Port port = Port.open(Wire.HOST, 0, Recorder.saying("first"))) {
            assertThatThrownBy(() -> Port.open(Wire.HOST, port.number(), Recorder.saying("second")))
                    .isInstanceOfSatisfying(PortUnavailableException.class, e -> {
                        assertThat(e.host()).isEqualTo(Wire.HOST);
                        assertThat(e.port()).isEqualTo(port.number());
                    })
                    .hasMessageStartingWith("Cannot listen on 127.0.0.1:" + port.number() + ": Address already in use");
        }
    }

    @Test
    void saysThatAHostIsNotOfThisMachine() {
        assertThatThrownBy(() -> Port.open("192.0.2.1", 0, Recorder.saying("nowhere")))
                .isInstanceOf(PortUnavailableException.class)
                .hasMessageStartingWith("Cannot listen on 192.0.2.1:0: ");
    }

    @Test
    void freesItsNumberWhenItCloses() throws IOException {
        int number = freeNumber();
        for (int i = 0; i < 200; i++) {
            try (Port port = Port.open(Wire.HOST, number, Recorder.saying("round " + i))) {
                assertThat(Wire.ask(port.number(), Wire.get("/")).body()).isEqualTo("round " + i);
            }
        }
        assertThatThrownBy(() -> Wire.to(number)).isInstanceOf(ConnectException.class);
    }

    @Test
    void closesMoreThanOnceWithoutHarmToOthers() throws IOException {
        Port closed = Port.open(Wire.HOST, 0, Recorder.saying("closed"));
        closed.close();

        try (Port open = Port.open(Wire.HOST, 0, Recorder.saying("open"))) {
            closed.close();

            assertThat(Wire.ask(open.number(), Wire.get("/")).body()).isEqualTo("open");
        }
    }

    private static int freeNumber() throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            return socket.getLocalPort();
        }
    }
}
