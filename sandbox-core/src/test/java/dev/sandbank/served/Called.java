package dev.sandbank.served;

import dev.sandbank.ArrangedCall;
import dev.sandbank.AuthPath;
import dev.sandbank.Denial;
import dev.sandbank.Exchange;
import dev.sandbank.Sandbank;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** A call that was made or might be, as the journal or a catalogue tells it. */
final class Called {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Called() {}

    /** With a token. */
    static String by(Sandbank bank, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(bank.baseUrl() + "/banking/accounts"))
                .header("Authorization", "Bearer " + token)
                .build();
        return told(bank, request);
    }

    /** As it was arranged; and that it is no other. */
    static List<Object> as(Sandbank bank, ArrangedCall call) {
        try {
            String told = told(bank, call.request());
            return List.of(
                    told,
                    call.method(),
                    call.url(),
                    call.body(),
                    call.headers().keySet(),
                    call.parameter("accountId"),
                    call.differences(bank.journal().lastCall()),
                    call.toString());
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }

    private static String told(Sandbank bank, HttpRequest request) throws Exception {
        int status = CLIENT.send(request, BodyHandlers.ofString()).statusCode();
        Exchange call = bank.journal().lastCall();
        return status + " " + call.describe() + call.decision().explain() + call.tests();
    }

    static List<Object> told(Denial denial) {
        return List.of(
                denial.operation(),
                denial.gate(),
                denial.name(),
                denial.reason(),
                denial.status(),
                denial.code(),
                denial.codeInBody(),
                denial.byState(),
                denial.toString());
    }

    static List<Object> told(AuthPath path) {
        return List.of(
                path.user(),
                path.grant(),
                path.client(),
                path.operation(),
                path.stop(),
                path.allowed(),
                path.reason(),
                path.status(),
                path.code(),
                path.codeInBody());
    }
}
