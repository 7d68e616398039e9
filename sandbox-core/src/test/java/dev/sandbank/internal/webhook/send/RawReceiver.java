package dev.sandbank.internal.webhook.send;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** A receiver on this machine that does what a script says with each connection, byte for byte. */
final class RawReceiver implements AutoCloseable {

    /** What it does with a connection, once the request is read. */
    interface Script {

        void play(Socket connection) throws IOException;
    }

    /** Reads nothing, and does nothing. */
    static final Script DEAF = connection -> {};

    private final ServerSocket server;
    private final Script script;
    private final boolean reads;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    /** How the script of the first connection ended: normally, or because the other side closed. */
    final CompletableFuture<Boolean> cutOff = new CompletableFuture<>();

    private RawReceiver(Script script, boolean reads) {
        this.script = script;
        this.reads = reads;
        try {
            this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (script != DEAF) {
            aside(this::accept);
        }
    }

    /** Plays a script for each connection, after it has read the request. */
    static RawReceiver that(Script script) {
        return new RawReceiver(script, true);
    }

    /** Plays a script for each connection at once. */
    static RawReceiver thatDoesNotRead(Script script) {
        return new RawReceiver(script, false);
    }

    static RawReceiver thatAnswers(String answer) {
        return that(connection -> write(connection, answer));
    }

    static void write(Socket connection, String text) throws IOException {
        OutputStream out = connection.getOutputStream();
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/hook");
    }

    /** The requests so far, in ISO 8859-1. */
    List<String> requests() {
        return requests;
    }

    private static void aside(Runnable work) {
        Thread thread = new Thread(work, "raw-receiver");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = server.accept();
                connections.add(connection);
                aside(() -> serve(connection));
            }
        } catch (IOException closed) {
            cutOff.complete(false);
        }
    }

    private void serve(Socket connection) {
        try {
            if (reads) {
                requests.add(request(connection.getInputStream()));
            }
            script.play(connection);
            cutOff.complete(false);
        } catch (IOException cut) {
            cutOff.complete(true);
        }
    }

    private static String request(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            head.append((char) next);
        }
        int length = head.toString()
                .lines()
                .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:"))
                .mapToInt(line -> Integer.parseInt(line.substring(15).strip()))
                .findFirst()
                .orElse(0);
        return head + new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }
}
