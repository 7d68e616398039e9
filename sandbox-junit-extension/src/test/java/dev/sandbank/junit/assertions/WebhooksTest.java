package dev.sandbank.junit.assertions;

import static dev.sandbank.junit.SandbankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.sandbank.Sandbank;
import dev.sandbank.WebhookDelivery;
import dev.sandbank.junit.WithSandbank;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@WithSandbank("dev/sandbank/junit/events/fixture.yaml")
class WebhooksTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void areThoseOfATypeToAnEndpoint(Sandbank bank) {
        bank.add("accounts", "{id: acc-2, balance: '1.00'}");
        bank.account("acc-1").set("balance", "7.00");

        assertThat(bank).webhooks().hasSize(3).wereMade();
        assertThat(bank).webhooks().to("ledger").hasSize(2).wereAttempted(0);
        assertThat(bank).webhooks().to("audit").ofType("account-opened").hasSize(1);
        assertThat(bank).webhooks().to("audit").ofType("balance-changed").wereNotMade();
        assertThat(bank).webhooks().pending().hasSize(3);
        assertThat(bank).webhooks().acknowledged().hasSize(0);
    }

    @Test
    void areAcknowledgedRetriedOrFailed(Sandbank bank) {
        bank.account("acc-1").set("balance", "7.00");
        WebhookDelivery delivery = bank.webhooks().due().get(0);

        delivery.answered(503);
        assertThat(bank).webhooks().retrying().hasSize(1).wereAnsweredWith(503).wereAttempted(1);
        while (delivery.nextAt().isPresent()) {
            delivery.unanswered();
        }
        assertThat(bank).webhooks().haveFailed();
        assertThat(bank).webhooks().failed().hasSize(1).wereAnsweredWith(0);
        delivery.answered(204);
        assertThat(bank).webhooks().to("ledger").wereAcknowledged().wereAnsweredWith(204);
    }

    @Test
    void areAllLookedAt(Sandbank bank) {
        bank.account("acc-1").set("balance", "7.00");
        bank.account("acc-1").set("balance", "8.00");
        bank.webhooks().due().get(0).answered(204);
        bank.webhooks().due().get(0).answered(500);

        assertThatThrownBy(() -> assertThat(bank).webhooks().to("ledger").wereAcknowledged())
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expected each delivery to webhook ledger to be acknowledged, but 1 of 2 is not
                        event balance-changed to webhook ledger is retrying, attempted once, answered with 500, again at 2031-03-03T09:00:05Z""");
        assertThatThrownBy(() -> assertThat(bank).webhooks().hasSize(3))
                .hasMessageStartingWith(
                        "Expected 3 deliveries, but there are 2\nevent balance-changed to webhook ledger is"
                                + " acknowledged, attempted once, answered with 204\n");
    }

    @Test
    void areNotAcknowledgedIfThereIsNone(Sandbank bank) {
        assertThatThrownBy(() -> assertThat(bank).webhooks().to("audit").wereAcknowledged())
                .hasMessage("Expected each delivery to webhook audit to be acknowledged, but there is none"
                        + "\nNo event was made for any webhook.");
        bank.account("acc-1").set("balance", "7.00");
        assertThatThrownBy(() -> assertThat(bank).webhooks().to("audit").wereMade())
                .hasMessage("Expected a delivery to webhook audit, but there is none\n\nOther deliveries:"
                        + "\nevent balance-changed to webhook ledger is pending");
        assertThatThrownBy(() -> assertThat(bank).webhooks().failed().haveFailed())
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("already chose only deliveries that are failed, so this says nothing");
    }

    @Test
    void areNotMadeWithinATime(Sandbank bank) {
        bank.account("acc-1").set("balance", "7.00");

        assertThat(bank).webhooks().to("audit").wereNotMadeWithin(Duration.ofMillis(1));
        assertThatThrownBy(() -> assertThat(bank).webhooks().to("ledger").wereNotMadeWithin(LONG))
                .isInstanceOf(AssertionError.class)
                .hasMessage("Expected no delivery within PT30S to webhook ledger, but there is 1"
                        + "\nevent balance-changed to webhook ledger is pending");
        assertThatThrownBy(() -> assertThat(bank).eventually(LONG).webhooks().wereNotMade())
                .hasMessageContaining("write wereNotMadeWithin(…) instead of both");
    }

    @Test
    void areChosenByNamesThatExist(Sandbank bank) {
        assertThatThrownBy(() -> assertThat(bank).webhooks().to("ledgr").wereNotMade())
                .hasMessageContaining("there is no webhook \"ledgr\", did you mean \"ledger\"?");
        assertThatThrownBy(() ->
                        assertThat(bank).webhooks().ofType("balance-chnged").wereNotMade())
                .hasMessageContaining("there is no event \"balance-chnged\", did you mean \"balance-changed\"?");
    }

    @Test
    void areAwaitedIfTheSandboxPostsThem(Sandbank bank) throws IOException {
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
        try {
            URI url = URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/events");
            bank.webhooks().to("ledger").deliverTo(url);
            bank.account("acc-1").set("balance", "7.00");
            bank.account("acc-1").set("balance", "8.00");

            assertThat(bank).eventually(LONG).webhooks().acknowledged().hasSize(2);
            assertThat(bank)
                    .eventually(LONG)
                    .webhooks()
                    .to("ledger")
                    .wereAcknowledged()
                    .wereAttempted(1);
        } finally {
            receiver.stop(0);
        }
    }

    @Test
    void areNotAwaitedForLongerThanTheTestSays(Sandbank bank) {
        bank.account("acc-1").set("balance", "7.00");

        assertThatThrownBy(() -> assertThat(bank)
                        .eventually(Duration.ofMillis(50))
                        .webhooks()
                        .wereAcknowledged())
                .hasMessageContaining("event balance-changed to webhook ledger is pending");
        assertThatThrownBy(() -> assertThat(bank)
                        .webhooks()
                        .eventually(Duration.ofMillis(50))
                        .ofType("account-opened")
                        .wereMade())
                .hasMessageContaining("Expected a delivery of type account-opened, but there is none");
    }

    @Test
    void mayHaveBeenDropped(Sandbank bank) {
        bank.loadFixture(bank.export() + "\nsettings: {webhookEventsKept: 1}\n");
        bank.account("acc-1").set("balance", "7.00");
        bank.account("acc-1").set("balance", "8.00");

        assertThatThrownBy(() -> assertThat(bank).webhooks().to("audit").wereMade())
                .hasMessageContaining("The sandbox no longer keeps 1 earlier events.");
    }
}
