package dev.sandbank.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Asks for a token by client credentials, the same way of every server. */
record TokenCaller(String client, String secret) {

    private static final byte[] FORM = "grant_type=client_credentials".getBytes(StandardCharsets.UTF_8);

    /** Returns the whole reply; anything but a token is an error. */
    String token(URI url) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
        connection.setRequestMethod("POST");
        connection.setRequestProperty("Authorization", "Basic " + base64(client + ":" + secret));
        connection.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(FORM.length);
        try (OutputStream body = connection.getOutputStream()) {
            body.write(FORM);
        }
        String reply = new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!reply.contains("access_token")) {
            throw new IOException("no token from " + url + ": " + reply);
        }
        return reply;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
