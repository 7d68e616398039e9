package dev.sandbank.lint;

import static dev.sandbank.DeliveryFlaw.TAMPERED_BODY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.BadDelivery;
import dev.sandbank.BadDelivery.Expectation;
import dev.sandbank.DeliveryFlaw;
import dev.sandbank.Finding;
import dev.sandbank.Finding.Severity;
import dev.sandbank.Sandbank;
import dev.sandbank.WebhookDelivery;
import dev.sandbank.testing.BuiltIn;
import dev.sandbank.testing.ControlCall;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Receivers of webhooks. */
class UnverifiedWebhooksTest {

    private static WebhookDelivery delivery(BuiltIn built, Sandbank bank) {
        bank.webhooks().make(built == BuiltIn.UPHOLD ? "core.user.created" : "mfaInitiated", "{}");
        return bank.webhooks().due().get(0);
    }

    private static BadDelivery bad(BuiltIn built, Sandbank bank, Expectation expectation) {
        WebhookDelivery delivery = delivery(built, bank);
        return bank.webhooks().to("default").flaws().stream()
                .map(delivery::bad)
                .filter(bad -> bad.expectation() == expectation)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void areFoundIfTheyAcknowledgeABadDelivery(BuiltIn built) {
        try (Sandbank bank = built.start()) {
            BadDelivery bad = bad(built, bank, Expectation.REFUSE);
            assertThat(bad.differences(List.of(204), 0)).isNotEmpty();

            Finding found = Clients.only(bank);
            assertThat(found.rule()).isEqualTo("webhook-unverified");
            assertThat(found.severity()).isEqualTo(Severity.ERROR);
            assertThat(found.client()).isEqualTo("webhook default");
            assertThat(found.calls()).isEmpty();
            assertThat(found.what())
                    .isEqualTo("it acknowledged a delivery with the flaw " + word(bad.flaw()) + " by 204");
            assertThat(found.describe()).startsWith("error webhook-unverified: webhook default\n");
        }
    }

    private static String word(DeliveryFlaw flaw) {
        return flaw.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @ParameterizedTest
    @EnumSource
    void mayRefuseIt(BuiltIn built) {
        try (Sandbank bank = built.start()) {
            BadDelivery bad = bad(built, bank, Expectation.REFUSE);
            assertThat(bad.differences(List.of(401), 0)).isEmpty();

            assertThat(bank.findings()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void mayAcceptWhatOnlyLooksBad(BuiltIn built) {
        try (Sandbank bank = built.start()) {
            BadDelivery bad = bad(built, bank, Expectation.ACCEPT_ONCE);
            List<Integer> statuses = bad.attempts().stream().map(attempt -> 200).toList();
            assertThat(bad.differences(statuses, bad.stored())).isEmpty();

            assertThat(bank.findings()).isEmpty();
        }
    }

    @Test
    void areFoundAtAServerToo() {
        try (Sandbank server = BuiltIn.APITURE.start();
                Sandbank bank = Sandbank.builder()
                        .fixture("uphold")
                        .atServer(server.baseUrl())
                        .start()) {
            assertThat(delivery(BuiltIn.UPHOLD, bank).bad(TAMPERED_BODY).differences(List.of(200), 1))
                    .isNotEmpty();

            assertThat(Clients.rules(bank)).containsExactly("webhook-unverified");
        }
    }

    @Test
    void areFoundIfSomebodyTellsTheirAnswerOverHttp() {
        try (Sandbank bank = BuiltIn.UPHOLD.start()) {
            WebhookDelivery delivery = delivery(BuiltIn.UPHOLD, bank);
            ControlCall.control(
                            bank,
                            "POST",
                            "/webhooks/deliveries/" + delivery.event().id() + "/default/bad")
                    .json("{\"flaw\": \"tampered-body\", \"status\": 200}")
                    .send()
                    .hasStatus(200);

            assertThat(Clients.rules(bank)).containsExactly("webhook-unverified");
        }
    }
}
