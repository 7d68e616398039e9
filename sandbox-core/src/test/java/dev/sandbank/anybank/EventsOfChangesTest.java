package dev.sandbank.anybank;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sandbank.Sandbank;
import dev.sandbank.WebhookEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events that changes of entries make, as a dialect says. */
class EventsOfChangesTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String DIALECT = """
            collections:
              accounts: {visible: owned, owner: user}
              notes: {visible: all}
            views:
              account: {id: "${id}", of: "${owner}", balance: "${balance else '0.00'}"}
            operations:
              - {id: openAccount, method: POST, path: /accounts, body: {mediaTypes: [application/json], schema: true},
                 work: {create: {collection: accounts, id: acc-4, content: true}}}
              - id: close
                method: POST
                path: /accounts/{id}/close
                parameters: [&id {name: id, in: path, schema: {type: string}}]
                resources: [{in: path, name: id, collection: accounts, as: account}]
                rules: [{must: {fact: account.status, isNot: closed}, refuse: closed-already}]
                work:
                  action: {members: {status: closing}}
                  also:
                    - {set: account, members: {status: closed, balance: "0.00"}}
                    - {create: {collection: notes, id: note-4, members: {about: "${account.id}"}}}
              - {id: remove, method: DELETE, path: "/accounts/{id}", parameters: [*id],
                 resources: [{in: path, name: id, collection: accounts}], work: {delete: {}}}
            refusals: {default: {body: {code: "${reason}"}}, closed-already: {status: 409, body: {}}}
            webhooks:
              body: {id: "${event.id}", type: "${event.type}", createdAt: "${event.createdAt}", data: "${event.data}"}
            events:
              note.made: {created: notes, data: {about: "${about}", by: "${client}", for: "${subject}"}}
              account.opened: {created: accounts, view: account, data: {account: "${entry}"}}
              account.closed: {changed: accounts, members: [status], when: [{fact: status, is: closed}],
                data: {id: "${id}", was: "${before.status}", balance: "${before.balance}", on: "${today}"}}
              account.gone: {removed: accounts, view: account}
              balance: [{created: accounts, when: [{fact: balance, present: true}], data: {to: "${balance}"}},
                {changed: accounts, members: [balance], data: {from: "${before.balance}", to: "${balance}"}}]
              holder.left: {changed: accounts, lost: holders, when: [{fact: each.id, isNot: bob}], data: {who: "${each.id}", of: "${id}"}}
              by-hand: {category: hands}
            """;
    private static final String FIXTURE = "accounts: [{id: acc-1, user: ann, status: open, balance: '5.00'}]\n";

    @AutoClose
    private final TinyBank bank = TinyBank.start(DIALECT, FIXTURE);

    private Sandbank sandbank() {
        return bank.sandbank();
    }

    private List<String> types() {
        return sandbank().webhooks().events().stream().map(WebhookEvent::type).toList();
    }

    private static JsonNode read(WebhookEvent event) throws Exception {
        return JSON.readTree(event.json());
    }

    @Test
    void areNoneOfTheFixture() {
        assertThat(sandbank().webhooks().events()).isEmpty();
    }

    @Test
    void tellWhatACallMade() throws Exception {
        assertThat(bank.as("ann", "POST", "/accounts")
                        .json("{\"user\":\"ann\"}")
                        .send())
                .hasStatus(201);

        WebhookEvent event = sandbank().webhooks().await("account.opened");
        JsonNode told = read(event);
        assertThat(event.call()).isEqualTo(sandbank().journal().lastCall().number());
        assertThat(event.createdAt()).isEqualTo(Instant.parse("2031-03-03T09:00:00Z"));
        assertThat(told.path("id").asText()).isEqualTo(event.id());
        assertThat(told.path("type").asText()).isEqualTo("account.opened");
        assertThat(told.path("createdAt").asText()).isEqualTo("2031-03-03T09:00:00.000Z");
        assertThat(told.at("/data/account/of").asText()).isEqualTo("ann");
        assertThat(told.at("/data/account/balance").asText()).isEqualTo("0.00");
        assertThat(types()).containsExactly("account.opened");
    }

    @Test
    void areOneForAllChangesOfAnEntryInACallAndComeInTheOrderOfTheDialect() throws Exception {
        assertThat(bank.as("ann", "POST", "/accounts/acc-1/close").send()).hasStatus(204);

        assertThat(types()).containsExactly("note.made", "account.closed", "balance");
        assertThat(read(sandbank().webhooks().await("account.closed"))
                        .path("data")
                        .toString())
                .isEqualTo("{\"id\":\"acc-1\",\"was\":\"open\",\"balance\":\"5.00\",\"on\":\"2031-03-03\"}");
        assertThat(read(sandbank().webhooks().await("note.made")).path("data").toString())
                .isEqualTo("{\"about\":\"acc-1\",\"by\":\"app\",\"for\":\"ann\"}");
    }

    @Test
    void areNoneOfARefusedCall() {
        sandbank().account("acc-1").set("status", "closed");
        int before = types().size();

        assertThat(bank.as("ann", "POST", "/accounts/acc-1/close").send()).hasStatus(409);
        assertThat(types()).hasSize(before);
    }

    @Test
    void tellOfARemovedEntryAsItWas() throws Exception {
        sandbank().account("acc-1").remove();

        WebhookEvent event = sandbank().webhooks().await("account.gone");
        assertThat(read(event).at("/data/balance").asText()).isEqualTo("5.00");
        assertThat(event.call()).isZero();
    }

    @Test
    void tellOfControls() throws Exception {
        sandbank().clock().advance(Duration.ofHours(1));
        sandbank().account("acc-1").set("balance", "7.00");
        sandbank().account("acc-1").set("balance", "7.00");

        assertThat(types()).containsExactly("balance");
        WebhookEvent event = sandbank().webhooks().await("balance");
        assertThat(read(event).path("data").toString()).isEqualTo("{\"from\":\"5.00\",\"to\":\"7.00\"}");
        assertThat(event.createdAt()).isEqualTo(Instant.parse("2031-03-03T10:00:00Z"));
    }

    @Test
    void areOneForEachElementThatAListLoses() throws Exception {
        Map<String, String> ann = Map.of("id", "ann");
        sandbank().account("acc-1").set("holders", List.of(ann, Map.of("id", "bob"), Map.of("id", "cy")));
        assertThat(types()).isEmpty();

        sandbank().account("acc-1").set("holders", List.of(Map.of("id", "dee"), ann));

        assertThat(types()).containsExactly("holder.left");
        assertThat(read(sandbank().webhooks().await("holder.left")).path("data").toString())
                .isEqualTo("{\"who\":\"cy\",\"of\":\"acc-1\"}");
    }

    @Test
    void areMadeByHandOrWaitedFor() throws Exception {
        WebhookEvent made = sandbank().webhooks().make("by-hand", "{\"a\":1}");

        assertThat(sandbank().webhooks().await("by-hand")).isEqualTo(made);
        assertThat(read(made).path("data").path("a").asInt()).isEqualTo(1);
        assertThatThrownBy(() -> sandbank().webhooks().make("by-hands", "{}"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("did you mean \"by-hand\"?");
        assertThatThrownBy(() -> sandbank().webhooks().await("balance", Duration.ZERO))
                .isInstanceOf(AssertionError.class)
                .hasMessage("no event balance was made within PT0S, only by-hand");
    }

    @Test
    void areGoneAfterAReset() {
        sandbank().account("acc-1").set("balance", "7.00");
        sandbank().reset();

        assertThat(sandbank().webhooks().events()).isEmpty();
    }

    @Test
    void goOnInAnExport(@TempDir Path folder) {
        try (TinyBank other = TinyBank.start(folder, DIALECT, FIXTURE)) {
            other.sandbank().account("acc-1").set("balance", "7.00");
            List<WebhookEvent> before = other.sandbank().webhooks().events();

            try (Sandbank next =
                    Sandbank.builder().fixtureText(other.sandbank().export()).start()) {
                assertThat(next.webhooks().events()).isEqualTo(before).hasSize(1);
            }
        }
    }
}
