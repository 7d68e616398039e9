package dev.sandbank.junit.guides;

import dev.sandbank.junit.kit.Requests;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stands for the reader's own code: it keeps its token until that expires, and tries again if the bank is busy or gone. */
final class AccountsClient {

    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"(.+?)\".*\"expires_in\":(\\d+)");
    private static final int TRIES = 3;

    private final Map<String, String> bank;
    private final Supplier<Instant> now;
    private final Consumer<Duration> sleep;
    private String token = "";
    private Instant goodUntil = Instant.MIN;

    /**
     * @param bank what {@code bank.properties("", client)} tells
     * @param now the clock by which tokens expire
     * @param sleep waits before another try
     */
    AccountsClient(Map<String, String> bank, Supplier<Instant> now, Consumer<Duration> sleep) {
        this.bank = bank;
        this.now = now;
        this.sleep = sleep;
    }

    /** The bank refused. */
    static final class RefusedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        RefusedException(HttpResponse<String> reply) {
            super(reply.statusCode() + " " + reply.body());
        }
    }

    /** The same client with the same credentials, which calls another bank. */
    AccountsClient at(URI baseUrl) {
        Map<String, String> other = new HashMap<>(bank);
        other.put("base-url", baseUrl.toString());
        return new AccountsClient(other, now, sleep);
    }

    String get(String path) {
        return call(HttpRequest.newBuilder(url(path)));
    }

    /** Pays once, however often it has to ask. */
    String pay(String from, String to, String amount, String day, String key) {
        String transfer = """
                {"sourceAccount": {"id": "%s"}, "targetAccount": {"id": "%s"}, "amount": "%s",
                 "schedule": {"scheduledOn": "%s", "frequency": "once"}}""".formatted(from, to, amount, day);
        return call(HttpRequest.newBuilder(url("/banking/transfers"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(transfer)));
    }

    /** The token that it has, or fetches. */
    String token() {
        if (!now.get().isBefore(goodUntil)) {
            Matcher granted =
                    TOKEN.matcher(checked(Requests.send(tokenRequest())).body());
            if (granted.find()) {
                token = granted.group(1);
                goodUntil = now.get().plusSeconds(Long.parseLong(granted.group(2)));
            }
        }
        return token;
    }

    private String call(HttpRequest.Builder request) {
        Duration wait = Duration.ZERO;
        for (int attempt = 1; attempt < TRIES; attempt++) {
            try {
                HttpResponse<String> reply = send(request);
                if (reply.statusCode() != 429 && reply.statusCode() != 503) {
                    return checked(reply).body();
                }
                wait = Duration.ofSeconds(
                        reply.headers().firstValueAsLong("Retry-After").orElse(attempt));
            } catch (UncheckedIOException lost) {
                wait = Duration.ofSeconds(attempt);
            }
            sleep.accept(wait);
        }
        return checked(send(request)).body();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return Requests.send(
                request.setHeader("Authorization", "Bearer " + token()).build());
    }

    private HttpRequest tokenRequest() {
        String credentials = bank.get("client-id") + ":" + bank.get("client-secret");
        return HttpRequest.newBuilder(URI.create(bank.getOrDefault("token-url", "")))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
    }

    private URI url(String path) {
        return URI.create(bank.get("base-url") + path);
    }

    private static HttpResponse<String> checked(HttpResponse<String> reply) {
        if (reply.statusCode() >= 400) {
            throw new RefusedException(reply);
        }
        return reply;
    }
}
