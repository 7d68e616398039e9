package dev.sandbank.junit;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Code under test, as an integrator would write it: it reads what the bank says is wrong. */
final class Payments {

    private static final Pattern TYPE = Pattern.compile("\"type\":\"([^\"]*)\"");

    private Payments() {}

    /** What came of a payment. */
    record Outcome(int status, String code) {}

    static Outcome send(HttpRequest request) throws IOException, InterruptedException {
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        Matcher type = TYPE.matcher(answer.body());
        return new Outcome(answer.statusCode(), type.find() ? type.group(1) : "");
    }
}
