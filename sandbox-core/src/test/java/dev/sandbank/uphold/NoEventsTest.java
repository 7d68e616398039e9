package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.call;
import static dev.sandbank.testing.HttpCall.get;
import static dev.sandbank.testing.HttpCall.post;
import static dev.sandbank.testing.UpholdSeed.ADA;
import static dev.sandbank.testing.UpholdSeed.ADAS_GIFTS;
import static dev.sandbank.testing.UpholdSeed.ADAS_POUNDS;
import static dev.sandbank.testing.UpholdSeed.ADAS_SPENDING;
import static dev.sandbank.testing.UpholdSeed.NELL;
import static dev.sandbank.uphold.Payer.account;
import static dev.sandbank.uphold.Payer.amount;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.WebhookEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What the bank's webhooks do not tell. */
class NoEventsTest {

    @AutoClose
    private final EventScene scene = EventScene.start();

    private final Payer ada = scene.payer(ADA);

    @Test
    void areMadeOfTheFixture() {
        ada.as(get(scene.bank(), "/core/accounts")).send();
        scene.pass(Duration.ofDays(400));

        assertThat(scene.types()).isEmpty();
    }

    @Test
    void areMadeOfReading() {
        ada.as(get(scene.bank(), "/core/accounts/" + ADAS_SPENDING)).send();
        ada.as(get(scene.bank(), "/core/transactions")).send();
        scene.file(ADA).overview("identity", "screening").send();
        scene.treasury(ADA, "GET", "/external-accounts").send();

        assertThat(scene.types()).isEmpty();
    }

    @Test
    void areMadeOfQuotesAndLabels() {
        ada.quote(account(ADAS_SPENDING), account(ADAS_GIFTS), amount("EUR", "1.00"))
                .send();
        ada.as(call(scene.bank(), "PATCH", "/core/accounts/" + ADAS_SPENDING))
                .json("{\"label\":\"Groceries\"}")
                .send();

        assertThat(scene.types()).isEmpty();
    }

    @Test
    void areMadeOfRefusedCalls() {
        assertThat(ada.as(post(scene.bank(), "/core/accounts")).json("{\"label\":\"Yen\",\"asset\":\"JPY\"}"))
                .hasStatus(409);
        assertThat(ada.as(call(scene.bank(), "DELETE", "/core/accounts/" + ADAS_POUNDS)))
                .hasStatus(409);
        assertThat(ada.commit(ada.quote(account(ADAS_SPENDING), account(ADAS_GIFTS), amount("EUR", "13.06"))))
                .hasStatus(409);
        scene.bank().user(ADA).block();
        assertThat(ada.as(post(scene.bank(), "/core/accounts")).json("{\"label\":\"No\",\"asset\":\"EUR\"}"))
                .hasStatus(409);

        assertThat(scene.types()).isEmpty();
    }

    @Test
    void areMadeOfBlockingAUser() {
        scene.bank().user(ADA).block();
        scene.bank().user(ADA).unblock();

        assertThat(scene.types()).isEmpty();
    }

    @Test
    void areMadeOfAControlThatChangesNothingAndOfOneThatRemovesAnAccount() {
        scene.bank().account(ADAS_GIFTS).set("balance", "20.00");
        scene.file(ADA).tell("identity", Map.of("status", "pending", "submittable", false));
        scene.bank().account(ADAS_GIFTS).remove();

        assertThat(scene.types()).isEmpty();
    }

    @Test
    void areMadeOfTheAccountsOfADeletedUser() {
        String account = scene.account(NELL);
        String linked = scene.card(NELL, "4000000000001018", 2099);
        int before = scene.events().size();

        assertThat(scene.payer(NELL)
                        .as(call(scene.bank(), "DELETE", "/core/users/me"))
                        .json("{\"review\":{\"reason\":\"closure-per-user-request\",\"note\":\"Asked for it\"}}"))
                .hasStatus(204);

        List<WebhookEvent> since = scene.since(before);
        assertThat(EventScene.types(since)).containsExactly("user.deleted");
        assertThat(scene.told("user.deleted").at("/data/user/fullName").asText())
                .isEqualTo("Nell Voss");
        assertThat(since.get(0).json()).doesNotContain(account, linked);
    }
}
