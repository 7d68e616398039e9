package dev.sandbank.benchmarks;

import dev.sandbank.Sandbank;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sandbox, the requests that are spoilt for it, and what is wrong with its reply to one. */
final class FuzzedSandbox implements AutoCloseable {

    /** No status: it was hung up on. */
    static final int NONE = 0;

    private static final byte[] PROBE =
            "GET /nowhere HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);
    private static final Pattern STATUS = Pattern.compile("(?m)^HTTP/1\\.1 (\\d{3})");
    private static final Pattern INSIDE = Pattern.compile(
            "dev[./]sandbank|\\b(?:java|javax|jakarta|org|com|io|kotlin)(?:\\.[a-z]\\w*)+\\.[A-Z]\\w*|\\.java:\\d|(?<=\\w)Exception\\b");
    private static final int SERVERS_FAULT = 500;

    private final Sandbank bank;
    private final int patience;
    private final List<byte[]> requests;

    /**
     * What came back.
     *
     * @param status the first status, or {@link #NONE}
     * @param wrong what is wrong with it, in a word or two; empty if nothing is
     */
    record Outcome(int status, String wrong) {}

    /** @param patience how long to wait for a reply, in milliseconds */
    FuzzedSandbox(String fixture, int patience) {
        this.bank = Sandbank.start(fixture);
        this.patience = patience;
        this.requests = RealRequests.of(bank);
    }

    List<byte[]> requests() {
        return requests;
    }

    /** What was made on the way does not count as growth. */
    void forget() {
        bank.journal().clear();
    }

    Outcome send(byte[] request) {
        String reply;
        try {
            reply = exchange(request);
        } catch (SocketTimeoutException silent) {
            return new Outcome(NONE, answersProbe() ? "a request hangs" : "the sandbox hangs");
        } catch (IOException refused) {
            return new Outcome(NONE, answersProbe() ? "" : "the sandbox is gone");
        }
        Matcher status = STATUS.matcher(reply);
        int first = status.find() ? Integer.parseInt(status.group(1)) : NONE;
        return new Outcome(first, wrong(reply, new String(request, StandardCharsets.ISO_8859_1)));
    }

    private static String wrong(String reply, String request) {
        for (Matcher status = STATUS.matcher(reply); status.find(); ) {
            if (Integer.parseInt(status.group(1)) >= SERVERS_FAULT && !request.contains(status.group())) {
                return "status " + status.group(1);
            }
        }
        for (Matcher inside = INSIDE.matcher(reply); inside.find(); ) {
            if (!request.contains(inside.group())) {
                return "tells of " + inside.group();
            }
        }
        return "";
    }

    private boolean answersProbe() {
        try {
            return exchange(PROBE).startsWith("HTTP/1.1 ");
        } catch (IOException none) {
            return false;
        }
    }

    /** All that comes back until the connection ends; what a reset cuts off is not there. */
    private String exchange(byte[] request) throws IOException {
        ByteArrayOutputStream reply = new ByteArrayOutputStream();
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), bank.baseUrl().getPort())) {
            socket.setSoTimeout(patience);
            try {
                socket.getOutputStream().write(request);
                socket.shutdownOutput();
                socket.getInputStream().transferTo(reply);
            } catch (SocketException hungUp) {
                return reply.toString(StandardCharsets.UTF_8);
            }
        }
        return reply.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        bank.close();
    }
}
