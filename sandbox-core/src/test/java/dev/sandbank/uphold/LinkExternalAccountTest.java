package dev.sandbank.uphold;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static dev.sandbank.testing.HttpCall.get;
import static dev.sandbank.testing.HttpCall.post;
import static dev.sandbank.testing.UpholdSeed.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.HttpCall;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** {@code core.create-external-account}: links a card, or an account at a bank in the United States. */
class LinkExternalAccountTest {

    private static final String GOOD_CARD = "4000000000001000";
    private static final String SLOW_CARD = "4000000000001018";
    private static final String BANK = """
            {"type": "bank", "asset": "USD", "network": "ach", "label": "House bank",
             "address": {"country": "US", "subdivision": "US-OR", "city": "Portland", "line1": "9 Elm Road",
             "postalCode": "97201"}, "routingNumber": "123006800", "accountNumber": "55010099", "accountType": "savings"}
            """;

    @AutoClose
    private final Sandbank bank = Sandbank.start("uphold");

    @Test
    void takesAnAccountAtABankThatIsGoodAtOnce() {
        Answer linked = link(BANK).send();

        assertThat(linked)
                .hasStatus(201)
                .wasAllowed()
                .hasMembersOnly("", "externalAccount")
                .hasMembersOnly(
                        "/externalAccount",
                        "id",
                        "ownerId",
                        "type",
                        "status",
                        "label",
                        "asset",
                        "network",
                        "features",
                        "details",
                        "createdAt",
                        "updatedAt")
                .has("/externalAccount/ownerId", ADA)
                .has("/externalAccount/status", "ok")
                .has("/externalAccount/details/routingNumber", "123006800")
                .has("/externalAccount/details/accountType", "savings");
        assertThat(features(linked)).containsExactly("withdraw");
    }

    @Test
    void takesACardWhoseIssuerAnswersByTheNextCall() {
        Answer linked = link(card(GOOD_CARD)).send();

        assertThat(linked)
                .hasStatus(201)
                .has("/externalAccount/status", "processing")
                .has("/externalAccount/network", "visa")
                .has("/externalAccount/asset", "GBP")
                .has("/externalAccount/details/last4Digits", "1000")
                .has("/externalAccount/details/octSupport", "unknown");
        assertThat(features(linked)).isEmpty();
        assertThat(linked.body()).doesNotContain(GOOD_CARD, "\"987\"", "securityCode");

        Answer later = find(linked);
        assertThat(later)
                .has("/externalAccount/status", "ok")
                .has("/externalAccount/details/octSupport", "supported")
                .lacks("/externalAccount/statusDetails");
        assertThat(features(later)).containsExactly("deposit", "withdraw");
    }

    @Test
    void waitsForAnIssuerWhoTakesItsTime() {
        bank.clock().freezeAt(Instant.parse("2031-03-03T09:00:00Z"));
        Answer linked = link(card(SLOW_CARD)).send();

        bank.clock().advance(Duration.ofMinutes(59));
        assertThat(find(linked)).has("/externalAccount/status", "processing");

        bank.clock().advance(Duration.ofHours(1));
        assertThat(find(linked))
                .has("/externalAccount/status", "ok")
                .has("/externalAccount/updatedAt", "2031-03-03T10:00:00.000Z");
    }

    @Test
    void goesOnWhereAnExportWasTaken() {
        bank.clock().freezeAt(Instant.parse("2031-03-03T09:00:00Z"));
        Answer linked = link(card(SLOW_CARD)).send();

        try (Sandbank copy = Sandbank.builder().fixtureText(bank.export()).start()) {
            copy.clock().advance(Duration.ofHours(1));
            assertThat(get(copy, "/core/external-accounts/" + linked.text("/externalAccount/id"))
                            .bearer(copy.tokens().forClient("treasury"))
                            .onBehalfOf(ADA))
                    .has("/externalAccount/status", "ok");
        }
    }

    @Test
    void tellsWhyACardFailed() {
        assertThat(find(link(card("4000000000001026")).send()))
                .has("/externalAccount/status", "failed")
                .has("/externalAccount/statusDetails/reason", "card-unauthorized");
    }

    @Test
    void sendsNothingToACardThatTakesNothing() {
        Answer linked = find(link(card("4000000000001034")).send());

        assertThat(linked).has("/externalAccount/details/octSupport", "unsupported");
        assertThat(features(linked)).containsExactly("deposit");
    }

    @Test
    void letsACardExpireAtTheEndOfItsMonth() {
        bank.clock().freezeAt(Instant.parse("2031-03-03T09:00:00Z"));
        Answer linked = link(card(GOOD_CARD).replace("2099", "2031")).send();
        assertThat(find(linked)).has("/externalAccount/status", "ok");

        bank.clock().advance(Duration.ofDays(304));
        assertThat(find(linked))
                .has("/externalAccount/status", "expired")
                .has("/externalAccount/statusDetails/reason", "card-expired")
                .has("/externalAccount/updatedAt", "2032-01-01T00:00:00.000Z");
    }

    @Test
    void keepsNoMetadataThatIsTooLong() {
        assertThat(link(with(card(GOOD_CARD), "\"metadata\": {\"x\": \"" + "y".repeat(1020) + "\"}")))
                .hasStatus(201)
                .has("/errors/metadata/code", "content_too_large")
                .has("/externalAccount/status", "processing");
    }

    @Test
    void needsNoRailsCardsOrCountriesInAFixture() {
        String fixture = """
                bank: uphold
                clients: [{id: app, secret: app-secret, user: 0c9c9c1e-5b0d-4a55-8f7e-2f8a3f3f7b10, scopes: ["core.external-accounts:create"]}]
                users: [{id: 0c9c9c1e-5b0d-4a55-8f7e-2f8a3f3f7b10, type: business, email: a@example.test}]
                """;
        try (Sandbank other = Sandbank.builder().fixtureText(fixture).start()) {
            String own = other.tokens().forClient("app");
            assertThat(post(other, "/core/external-accounts").bearer(own).json(card(GOOD_CARD)))
                    .hasStatus(201)
                    .has("/externalAccount/asset", "USD");
            assertThat(post(other, "/core/external-accounts").bearer(own).json(BANK))
                    .hasStatus(201);
        }
    }

    private static String card(String number) {
        return "{\"type\": \"card\", \"label\": \"Green card\", \"number\": \"" + number
                + "\", \"securityCode\": \"987\", \"expiryDate\": {\"month\": 12, \"year\": 2099}}";
    }

    private static String with(String body, String member) {
        return body.substring(0, body.lastIndexOf('}')) + ", " + member + "}";
    }

    private static List<String> features(Answer account) {
        List<String> features = new ArrayList<>();
        account.at("/externalAccount/features").forEach(feature -> features.add(feature.asText()));
        return features;
    }

    private Answer find(Answer linked) {
        return as(get(bank, "/core/external-accounts/" + linked.text("/externalAccount/id")))
                .send();
    }

    private HttpCall link(String body) {
        return as(post(bank, "/core/external-accounts")).json(body);
    }

    private HttpCall as(HttpCall call) {
        return call.bearer(bank.tokens().forClient("treasury")).onBehalfOf(ADA);
    }
}
