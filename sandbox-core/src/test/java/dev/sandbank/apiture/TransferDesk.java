package dev.sandbank.apiture;

import static dev.sandbank.testing.ApitureSeed.ADA_BATCH;
import static dev.sandbank.testing.ApitureSeed.RAINY_DAY;
import static dev.sandbank.testing.ApitureSeed.SAVER;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.HttpCall;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

/** A bank whose clock stands on Monday, 2031-03-03 at nine, and the calls that are made for transfers there. */
final class TransferDesk implements AutoCloseable {

    static final String TODAY = "2031-03-03";
    static final String TOMORROW = "2031-03-04";

    private final Sandbank bank;

    private TransferDesk(Sandbank bank) {
        this.bank = bank;
    }

    static TransferDesk open() {
        return with("");
    }

    /** With further settings, as YAML between braces. */
    static TransferDesk with(String settings) {
        return of("settings: {" + settings + "}");
    }

    /** With further members of the fixture. */
    static TransferDesk of(String members) {
        return new TransferDesk(Sandbank.builder()
                .fixtureText("bank: apiture\nextends: apiture\nclock: 2031-03-03T09:00:00Z\n" + members)
                .start());
    }

    Sandbank bank() {
        return bank;
    }

    /** From Ada's saver to her rainy-day account, once. */
    static String body(String amount, String day) {
        return body(amount, SAVER, RAINY_DAY, "{\"frequency\":\"once\",\"scheduledOn\":\"" + day + "\"}");
    }

    static String body(String amount, String source, String target, String schedule) {
        return "{\"amount\":\"" + amount + "\",\"sourceAccount\":{\"id\":\"" + source
                + "\"},\"targetAccount\":{\"id\":\"" + target + "\"},\"schedule\":" + schedule + "}";
    }

    HttpCall create(String client, String body) {
        return as(client, "POST", "/transfers").json(body);
    }

    /** The id of a transfer that Ada makes. */
    String created(String body) {
        Answer answer = create(ADA_BATCH, body).send();
        if (answer.status() != 201) {
            throw new AssertionError(answer.body());
        }
        return answer.text("/id");
    }

    HttpCall transfer(String id) {
        return as(ADA_BATCH, "GET", "/transfers/" + id);
    }

    HttpCall patch(String id, String body) {
        return as(ADA_BATCH, "PATCH", "/transfers/" + id).json(body);
    }

    HttpCall delete(String id) {
        return as(ADA_BATCH, "DELETE", "/transfers/" + id);
    }

    HttpCall list(String query) {
        return as(ADA_BATCH, "GET", "/transfers" + query);
    }

    HttpCall as(String client, String method, String path) {
        return HttpCall.call(bank, method, "/banking" + path)
                .bearer(bank.tokens().forClient(client));
    }

    void pass(String time) {
        bank.clock().advance(Duration.parse(time));
    }

    /** An account's current balance, whoever may see it. */
    String balance(String account) {
        return as("back-office", "GET", "/accountBalances?accounts=" + account)
                .send()
                .text("/items/0/current");
    }

    /** What all internal accounts hold together. */
    BigDecimal everything() {
        JsonNode items = as("back-office", "GET", "/accountBalances").send().at("/items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> new BigDecimal(item.path("current").asText()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The transactions of an account, newest first. */
    List<JsonNode> transactions(String account) {
        JsonNode items = as(
                        "back-office",
                        "GET",
                        "/accounts/" + account + "/transactions?occurredOn=[2031-03-03,2099-12-31]")
                .send()
                .at("/items");
        return StreamSupport.stream(items.spliterator(), false).toList();
    }

    @Override
    public void close() {
        bank.close();
    }
}
