package dev.sandbank.testing;

import dev.sandbank.Exchange;
import dev.sandbank.Sandbank;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Sends requests byte for byte, as no client library would: for what is hostile or broken. */
public final class RawSocket {

    private static final String END_OF_HEAD = "\r\n\r\n";

    private RawSocket() {}

    /** Sends one request on a connection of its own; the answer comes with the latest entry of the journal. */
    public static Answer send(Sandbank bank, String request) {
        return send(bank, request.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends one request on a connection of its own; the answer comes with the latest entry of the journal. */
    public static Answer send(Sandbank bank, byte[] request) {
        String reply = new String(exchange(bank, request), StandardCharsets.UTF_8);
        int end = reply.indexOf(END_OF_HEAD);
        if (end < 0) {
            throw new AssertionError("no reply to " + new String(request, StandardCharsets.ISO_8859_1) + ": " + reply);
        }
        List<String> head = reply.substring(0, end).lines().toList();
        Exchange last = bank.journal().lastCall();
        int status = Integer.parseInt(head.get(0).split(" ", 3)[1]);
        Answer answer =
                new Answer(last.method(), status, headers(head), reply.substring(end + END_OF_HEAD.length()), last);
        ReplySchemas.of(bank).check(answer);
        return answer;
    }

    /** Sends one request on a connection of its own and returns all that comes back, whatever the journal says. */
    public static String text(Sandbank bank, String request) {
        return new String(exchange(bank, request.getBytes(StandardCharsets.ISO_8859_1)), StandardCharsets.UTF_8);
    }

    private static byte[] exchange(Sandbank bank, byte[] request) {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), bank.baseUrl().getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request);
            socket.shutdownOutput();
            ByteArrayOutputStream reply = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(reply);
            return reply.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, List<String>> headers(List<String> head) {
        Map<String, List<String>> headers = new TreeMap<>();
        for (String line : head.subList(1, head.size())) {
            int colon = line.indexOf(':');
            headers.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        return headers;
    }
}
