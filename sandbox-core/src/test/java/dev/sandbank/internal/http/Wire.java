package dev.sandbank.internal.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A client that sends what it is told, byte for byte. */
final class Wire implements AutoCloseable {

    static final String HOST = "127.0.0.1";

    private final Socket socket;

    private Wire(Socket socket) {
        this.socket = socket;
    }

    static Wire to(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(10_000);
        socket.setTcpNoDelay(true);
        return new Wire(socket);
    }

    /** Sends one request over a connection of its own. */
    static Answer ask(int port, String request) throws IOException {
        try (Wire wire = to(port)) {
            return wire.send(request).receive();
        }
    }

    static String get(String target) {
        return "GET " + target + " HTTP/1.1\r\nHost: bank\r\n\r\n";
    }

    Wire send(String text) throws IOException {
        return send(text.getBytes(StandardCharsets.UTF_8));
    }

    Wire send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        return this;
    }

    Wire endOutput() throws IOException {
        socket.shutdownOutput();
        return this;
    }

    Answer receive() throws IOException {
        return receive(true);
    }

    Answer receive(boolean withBody) throws IOException {
        String head = head();
        Answer answer = new Answer(head, "");
        int length = withBody
                ? answer.header("Content-Length").map(Integer::parseInt).orElse(0)
                : 0;
        byte[] body = socket.getInputStream().readNBytes(length);
        return new Answer(head, new String(body, StandardCharsets.UTF_8));
    }

    /** True if the other side closes, or has closed, without another word. */
    boolean isCutOff() {
        try {
            return socket.getInputStream().read() < 0;
        } catch (IOException e) {
            return "Connection reset".equals(e.getMessage());
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private String head() throws IOException {
        InputStream in = socket.getInputStream();
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    /** What came back. */
    record Answer(String head, String body) {

        int status() {
            return head.isEmpty() ? 0 : Integer.parseInt(head.substring(9, 12));
        }

        Optional<String> header(String name) {
            return head.lines()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst();
        }
    }
}
