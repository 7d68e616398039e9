package dev.sandbank.junit.guides;

import static dev.sandbank.junit.SandbankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Exchange;
import dev.sandbank.Sandbank;
import dev.sandbank.junit.TokenFor;
import dev.sandbank.junit.WithSandbank;
import dev.sandbank.junit.kit.Requests;
import dev.sandbank.junit.kit.Sample;
import dev.sandbank.junit.kit.SampleRun;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/guides/refused-token.md} quotes what Sandbank really prints. */
class RefusedTokenDocumentTest {

    private static final Guide GUIDE = Guide.named("refused-token.md");
    private static final Pattern CODE = Pattern.compile("/errors/(\\w+)/v|\"(?:code|error)\":\"([\\w-]+)\"");

    @Test
    void quotesTheFailureOfARedTest() {
        SampleRun run = SampleRun.of(RentTest.class);

        assertThat(run.failures())
                .singleElement()
                .satisfies(failure ->
                        assertThat(failure).hasMessage(GUIDE.quoted("lastCall").stripTrailing()));
    }

    @Test
    void showsTheRedTest() {
        String source = Guide.source(
                "sandbox-junit-extension/src/test/java/dev/sandbank/junit/guides/RefusedTokenDocumentTest.java");

        assertThat(GUIDE.quoted("RentTest.paysTheRent")).isEqualTo(Guide.method(source, "paysTheRent"));
    }

    @Test
    void quotesTheFailureOfATestWhoseCallWentElsewhere() {
        SampleRun run = SampleRun.of(ElsewhereTest.class);

        assertThat(run.failures())
                .singleElement()
                .satisfies(failure ->
                        assertThat(failure).hasMessage(GUIDE.quoted("noCall").stripTrailing()));
    }

    @Test
    void quotesWhatTheControlApiTells() {
        try (Sandbank bank = Sandbank.start("apiture")) {
            new Rent(bank, bank.tokens().forClient("ada-batch", "banking/read")).pay();
            URI calls = URI.create(bank.baseUrl() + "/_sandbank/api/calls?limit=1");

            assertThat(Requests.send(HttpRequest.newBuilder(calls).build()).body())
                    .contains("\"explanation\":\"" + GUIDE.quoted("explanation").strip() + "\"");
        }
    }

    @Test
    void tellsEveryCauseAtTheBank() {
        assertThat(printed(Causes.atTheBank())).containsExactlyElementsOf(told("Causes"));
    }

    @Test
    void tellsEveryCauseAtTheTokenServer() {
        assertThat(printed(Causes.atTheTokenServer()))
                .containsExactlyElementsOf(told("When the token request is refused"));
    }

    /** Without the last cell, which says what to do. */
    private static List<List<String>> told(String heading) {
        return GUIDE.rows(heading).stream().map(row -> row.subList(0, 3)).toList();
    }

    private static List<List<String>> printed(List<Causes.Cause> causes) {
        List<List<String>> rows = new ArrayList<>();
        for (Causes.Cause cause : causes) {
            try (Sandbank bank = Sandbank.builder().fixtureText(cause.fixture()).start()) {
                String reply = Requests.send(cause.call().apply(bank)).body();
                Exchange call = bank.journal().lastCall();
                rows.add(List.of(
                        cause.name(),
                        "`" + call.status() + code(reply) + "`",
                        "`" + withoutPort(call.decision().explain()) + " ("
                                + call.decision().refusal() + ")`"));
            }
        }
        return rows;
    }

    /** The bank's word for it. */
    private static String code(String reply) {
        Matcher code = CODE.matcher(reply);
        return code.find() ? " " + (code.group(1) == null ? code.group(2) : code.group(1)) : "";
    }

    private static String withoutPort(String text) {
        return text.replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:8080");
    }

    @Sample
    @WithSandbank("apiture")
    static class RentTest {

        @Test
        void paysTheRent(Sandbank bank, @TokenFor(client = "ada-batch", scopes = "banking/read") String token) {
            new Rent(bank, token).pay();
            assertThat(bank).lastCall().wasAllowed();
        }
    }

    @Sample
    @WithSandbank("apiture")
    static class ElsewhereTest {

        @Test
        void paysTheRent(Sandbank bank) {
            assertThat(bank).lastCall().wasAllowed();
        }
    }

    /** Stands for the reader's own code. */
    record Rent(Sandbank bank, String token) {

        void pay() {
            String transfer = """
                    {"sourceAccount": {"id": "acct-7d1a40"}, "targetAccount": {"id": "acct-4f81c0"}, "amount": "50.00",
                     "schedule": {"scheduledOn": "2099-03-03", "frequency": "once"}}""";
            Requests.send(HttpRequest.newBuilder(bank.url("createTransfer"))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(transfer))
                    .build());
        }
    }
}
