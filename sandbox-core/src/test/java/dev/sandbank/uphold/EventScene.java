package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.call;
import static dev.sandbank.testing.HttpCall.post;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.Sandbank;
import dev.sandbank.WebhookEvent;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.EventSchemas;
import dev.sandbank.testing.HttpCall;
import java.time.Duration;
import java.util.List;

/**
 * A bank whose clock stands, and what it tells its clients.
 *
 * @param bank the bank
 */
record EventScene(Sandbank bank) implements AutoCloseable {

    /** New users have everything before them. The slow card's issuer answers after an hour, all others at once. */
    static final String FIXTURE = """
            bank: uphold
            extends: uphold
            clock: 2031-03-03T09:00:00Z
            settings: {settlementDelay: PT0S, externalSettlementDelay: PT1M, accessTokenLifetime: P3650D, kycOfNewUsers: pending,
              webhookEventLife: P3650D}
            """;

    static final String START = "2031-03-03T09:00:00.000Z";

    static final EventSchemas SCHEMAS = new EventSchemas("uphold");

    static EventScene start(String... more) {
        return new EventScene(Sandbank.builder()
                .fixtureText(FIXTURE + String.join("\n", more))
                .start());
    }

    /** The dialect, with its description. */
    static Dialect dialect() {
        return SCHEMAS.dialect();
    }

    Payer payer(String user) {
        return new Payer(bank, user);
    }

    KycFile file(String user) {
        return new KycFile(bank, user);
    }

    /** A call of the client that links accounts, deposits and so on for a user. */
    HttpCall treasury(String user, String method, String path) {
        return call(bank, method, "/core" + path)
                .bearer(bank.tokens().forClient("treasury"))
                .onBehalfOf(user);
    }

    /** Links a card, which is processing at first, and returns its id. */
    String card(String user, String number, int year) {
        Answer linked = treasury(user, "POST", "/external-accounts")
                .json("""
                        {"type": "card", "label": "Green card", "number": "%s", "securityCode": "987",
                         "expiryDate": {"month": 12, "year": %d}}""".formatted(number, year))
                .send();
        assertThat(linked).hasStatus(201);
        return linked.text("/externalAccount/id");
    }

    /** Makes an account and returns its id. */
    String account(String user) {
        Answer made = payer(user)
                .as(post(bank, "/core/accounts"))
                .json("{\"label\":\"Another\",\"asset\":\"EUR\"}")
                .send();
        assertThat(made).hasStatus(201);
        return made.text("/account/id");
    }

    void pass(Duration time) {
        bank.clock().advance(time);
    }

    List<WebhookEvent> events() {
        return bank.webhooks().events();
    }

    List<String> types() {
        return types(events());
    }

    static List<String> types(List<WebhookEvent> events) {
        return events.stream()
                .map(event -> event.type().replaceFirst("^core\\.", ""))
                .toList();
    }

    /** The events since there were so many. */
    List<WebhookEvent> since(int before) {
        List<WebhookEvent> all = events();
        return all.subList(before, all.size());
    }

    /** The message of the latest event of a type. */
    JsonNode told(String type) {
        List<WebhookEvent> all = bank.webhooks().events("core." + type);
        return Answer.parse(all.get(all.size() - 1).json());
    }

    @Override
    public void close() {
        bank.close();
    }
}
