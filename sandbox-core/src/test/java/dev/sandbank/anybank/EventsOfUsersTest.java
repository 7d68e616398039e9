package dev.sandbank.anybank;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.WebhookEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Users whom a test adds, changes and removes make the events that the dialect says, and no others. */
class EventsOfUsersTest {

    private static final String EVENTS = """
            events:
              joined: {created: users, data: {id: "${id}", name: "${username}"}}
              moved: {changed: users, members: [city], data: {from: "${before.city}", to: "${city}"}}
              left: {removed: users, data: {id: "${id}", city: "${city}"}}
            """;
    private static final String OTHERS = """
            events:
              opened: {created: accounts}
            """;

    private static List<String> made(String events) {
        try (TinyBank tiny = TinyBank.start("collections: {accounts: {visible: all}}\n" + events, "")) {
            Sandbank bank = tiny.sandbank();
            bank.add("users", "{id: cleo, username: cleo, password: cleo-secret, city: Rome}");
            bank.resource("users", "cleo").set("city", "Bern");
            bank.user("cleo").setPassword("other-secret");
            bank.user("cleo").block();
            bank.resource("users", "cleo").remove();
            return bank.webhooks().events().stream().map(WebhookEvent::json).toList();
        }
    }

    @Test
    void ifItHasSome() {
        assertThat(made(EVENTS))
                .extracting(json -> json.replaceAll("\"timestamp\":\"[^\"]*\",", ""))
                .containsExactly(
                        "{\"type\":\"joined\",\"data\":{\"id\":\"cleo\",\"name\":\"cleo\"}}",
                        "{\"type\":\"moved\",\"data\":{\"from\":\"Rome\",\"to\":\"Bern\"}}",
                        "{\"type\":\"left\",\"data\":{\"id\":\"cleo\",\"city\":\"Bern\"}}");
    }

    @Test
    void andNoneIfItHasNone() {
        assertThat(made(OTHERS)).isEmpty();
    }

    @Test
    void asUpholdTellsOfItsUsers() {
        try (Sandbank bank = Sandbank.start("uphold")) {
            String id = "3b0c4a7e-5d21-4f38-9a10-3c7e8d2f6b45";
            bank.add("users", """
                    {id: %s, type: individual, email: nina@example.test, fullName: Nina May, birthdate: "1990-12-10",
                     primaryCitizenship: GB, address: {country: GB}}""".formatted(id));
            bank.resource("users", id).remove();

            assertThat(bank.webhooks().events())
                    .extracting(WebhookEvent::type)
                    .containsExactly("core.user.created", "core.user.deleted");
            assertThat(bank.webhooks().events()).allMatch(event -> event.json().contains("nina@example.test"));
        }
    }
}
