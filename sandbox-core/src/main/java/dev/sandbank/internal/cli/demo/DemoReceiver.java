package dev.sandbank.internal.cli.demo;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sandbank.SandbankWebhook;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An application that takes the bank's events on this machine, and believes only those that are signed as Standard
 * Webhooks says. It knows the secret, and nothing else of the bank.
 */
final class DemoReceiver implements AutoCloseable {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final String PREFIX = "whsec_";

    private final HttpServer server;
    private final SandbankWebhook endpoint;
    private final Supplier<Instant> now;

    private DemoReceiver(HttpServer server, SandbankWebhook endpoint, Supplier<Instant> now) {
        this.server = server;
        this.endpoint = endpoint;
        this.now = now;
    }

    /** @param now the sandbox's time, by which messages are old or not */
    static DemoReceiver start(SandbankWebhook endpoint, Supplier<Instant> now) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        DemoReceiver receiver = new DemoReceiver(server, endpoint, now);
        server.createContext("/events", receiver::receive);
        server.start();
        return receiver;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/events");
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(isSigned(exchange.getRequestHeaders(), body) ? 204 : 401, -1);
        }
    }

    private boolean isSigned(Headers headers, String body) {
        String timestamp = String.valueOf(headers.getFirst("webhook-timestamp"));
        byte[] right = mac(headers.getFirst("webhook-id") + "." + timestamp + "." + body);
        String sent = String.valueOf(headers.getFirst("webhook-signature"));
        return isRecent(timestamp)
                && Stream.of(sent.split(" ", -1))
                        .filter(signature -> signature.startsWith("v1,"))
                        .anyMatch(signature -> MessageDigest.isEqual(
                                right, signature.substring(3).getBytes(StandardCharsets.US_ASCII)));
    }

    private boolean isRecent(String timestamp) {
        try {
            Instant at = Instant.ofEpochSecond(Long.parseLong(timestamp));
            return Duration.between(at, now.get()).abs().compareTo(TOLERANCE) <= 0;
        } catch (NumberFormatException noNumber) {
            return false;
        }
    }

    private byte[] mac(String text) {
        try {
            byte[] key = Base64.getDecoder().decode(endpoint.secret().substring(PREFIX.length()));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getEncoder().encode(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HMAC with SHA-256", e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
