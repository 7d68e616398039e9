package dev.sandbank.anybank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Denial;
import dev.sandbank.Sandbank;
import dev.sandbank.WebhookDelivery;
import dev.sandbank.WebhookEvent;
import dev.sandbank.testing.HttpCall;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Calls that a running sandbox only rehearses make no events, whether they are allowed or refused. */
class RehearsedEventsTest {

    private static final String DIALECT = """
            collections:
              accounts: {visible: all}
            operations:
              - id: close
                method: POST
                path: /accounts/{id}/close
                scopes: [write]
                parameters: [{name: id, in: path, schema: {type: string}}]
                resources: [{in: path, name: id, collection: accounts, as: account}]
                rules: [{must: {fact: account.status, isNot: closed}, refuse: closed-already}]
                work: {action: {of: account, members: {status: closed}}}
            refusals: {default: {body: {code: "${reason}"}}, closed-already: {status: 409, body: {}}}
            events:
              closed: {changed: accounts, data: {id: "${id}"}}
              challenged: {refused: closed-already, data: {operation: "${operation}"}}
            """;
    private static final String FIXTURE = "accounts: [{id: acc-1, status: open}, {id: acc-2, status: closed}]\n";

    @AutoClose
    private final TinyBank tiny = TinyBank.start(DIALECT, FIXTURE);

    private final Sandbank bank = tiny.sandbank();

    private void close(String account, int status) {
        HttpCall call = HttpCall.post(bank, "/api/accounts/" + account + "/close")
                .bearer(bank.tokens().forClient("app"));
        assertThat(call.send().status()).isEqualTo(status);
    }

    @Test
    void asTheCatalogueOfDenialsRehearsesThem() {
        assertThat(bank.denials("close")).extracting(Denial::gate).contains("token", "scope", "resource", "rules");

        assertThat(bank.webhooks().events()).isEmpty();
        assertThat(bank.webhooks().dropped()).isZero();
        assertThat(bank.webhooks().due()).isEmpty();
    }

    @Test
    void norAnyBesidesThoseThatAreMade() {
        bank.denials("close");
        close("acc-1", 204);
        bank.denials("close");
        close("acc-2", 409);

        assertThat(bank.webhooks().events()).extracting(WebhookEvent::type).containsExactly("closed", "challenged");
        assertThat(bank.webhooks().dropped()).isZero();
        assertThat(bank.webhooks().due()).extracting(WebhookDelivery::attempts).containsExactly(0, 0);
    }
}
