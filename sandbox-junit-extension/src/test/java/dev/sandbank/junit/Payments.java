package dev.sandbank.junit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Code under test, as an integrator would write it: it reads the bank's error code. */
record Payments(URI bank, String token) {

    private static final Pattern TYPE = Pattern.compile("\"type\":\"[^\"]*/(\\w+)/v[^\"]*\"");

    /** The bank's answer to a payment. */
    record Outcome(int status, String code) {}

    Outcome pay(String from, String to, String amount) throws IOException, InterruptedException {
        String transfer = """
                {"sourceAccount": {"id": "%s"}, "targetAccount": {"id": "%s"}, "amount": "%s",
                 "schedule": {"scheduledOn": "2099-03-03", "frequency": "once"}}""".formatted(from, to, amount);
        return send(HttpRequest.newBuilder(URI.create(bank + "/banking/transfers"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(transfer))
                .build());
    }

    static Outcome send(HttpRequest request) throws IOException, InterruptedException {
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        Matcher type = TYPE.matcher(answer.body());
        return new Outcome(answer.statusCode(), type.find() ? type.group(1) : "");
    }
}
