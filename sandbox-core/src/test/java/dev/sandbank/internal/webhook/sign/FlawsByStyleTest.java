package dev.sandbank.internal.webhook.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import dev.sandbank.BadDelivery;
import dev.sandbank.BadDelivery.Attempt;
import dev.sandbank.BadDelivery.Expectation;
import dev.sandbank.DeliveryFlaw;
import dev.sandbank.internal.model.Ids;
import dev.sandbank.internal.oidc.sign.SigningKeys;
import dev.sandbank.internal.webhook.sign.Sender.Basic;
import dev.sandbank.internal.webhook.sign.Sender.Bearer;
import dev.sandbank.internal.webhook.sign.Sender.Credentials;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FlawsByStyleTest {

    private static final Instant NOW = Instant.parse("2031-03-05T09:00:00Z");
    private static final String DATA = "{\"amount\":1.10,\"rate\":1E+3,\"name\":\"Zoë \\\"x\\\", {y: z}\"}";
    private static final Set<DeliveryFlaw> OF_TIMESTAMPS = EnumSet.of(
            DeliveryFlaw.CHANGED_TIMESTAMP,
            DeliveryFlaw.OLD_TIMESTAMP,
            DeliveryFlaw.FUTURE_TIMESTAMP,
            DeliveryFlaw.UNREADABLE_TIMESTAMP,
            DeliveryFlaw.RETRY);
    private static final Set<DeliveryFlaw> OF_KEYS = EnumSet.of(
            DeliveryFlaw.STRANGERS_KEY,
            DeliveryFlaw.UNKNOWN_KEY,
            DeliveryFlaw.UNSIGNED,
            DeliveryFlaw.SIGNED_WITH_PUBLIC_KEY);
    private static final Set<DeliveryFlaw> OF_VERSIONS =
            EnumSet.of(DeliveryFlaw.OTHER_VERSION, DeliveryFlaw.FURTHER_VERSION);

    private final SigningKeys keys = new SigningKeys(4L);

    @AfterEach
    void close() {
        keys.close();
    }

    @Test
    void dependOnWhatMessagesHave() {
        assertThat(of(Styles.STANDARD))
                .containsAll(OF_TIMESTAMPS)
                .containsAll(OF_VERSIONS)
                .doesNotContainAnyElementsOf(OF_KEYS);
        assertThat(of(Styles.ONE_FIELD))
                .containsAll(OF_TIMESTAMPS)
                .containsAll(OF_VERSIONS)
                .contains(DeliveryFlaw.MISSING_SIGNATURE, DeliveryFlaw.SECOND_SIGNATURE_FITS)
                .doesNotContain(
                        DeliveryFlaw.MISSING_TIMESTAMP,
                        DeliveryFlaw.MISSING_MESSAGE_ID,
                        DeliveryFlaw.CHANGED_MESSAGE_ID);
        assertThat(of(Styles.BODY_ONLY))
                .doesNotContainAnyElementsOf(OF_TIMESTAMPS)
                .doesNotContainAnyElementsOf(OF_VERSIONS)
                .contains(DeliveryFlaw.MISSING_MESSAGE_ID, DeliveryFlaw.DUPLICATE, DeliveryFlaw.UNKNOWN_TYPE)
                .doesNotContain(DeliveryFlaw.SECOND_SIGNATURE_FITS, DeliveryFlaw.LATE, DeliveryFlaw.UNKNOWN_CATEGORY);
        assertThat(of(Styles.DETACHED))
                .containsAll(OF_KEYS)
                .containsAll(OF_TIMESTAMPS)
                .doesNotContainAnyElementsOf(OF_VERSIONS)
                .doesNotContain(DeliveryFlaw.STRANGERS_SECRET, DeliveryFlaw.EMPTY_SECRET);
    }

    @Test
    void dependOnTheCredentialsThatTheReceiverGave() {
        assertThat(catalogue(Styles.CREDENTIALS, new Basic("ada", "sesame1")).flaws())
                .containsExactlyInAnyOrder(
                        DeliveryFlaw.MISSING_CREDENTIALS,
                        DeliveryFlaw.WRONG_PASSWORD,
                        DeliveryFlaw.OTHER_USER,
                        DeliveryFlaw.TAMPERED_BODY,
                        DeliveryFlaw.NOT_JSON,
                        DeliveryFlaw.EMPTY_DATA,
                        DeliveryFlaw.UNKNOWN_TYPE,
                        DeliveryFlaw.UNKNOWN_CATEGORY,
                        DeliveryFlaw.UNKNOWN_MEMBERS,
                        DeliveryFlaw.FORMATTED_BODY,
                        DeliveryFlaw.HEADER_CASE,
                        DeliveryFlaw.LATE,
                        DeliveryFlaw.SHUFFLED,
                        DeliveryFlaw.DUPLICATE);
        assertThat(catalogue(Styles.CREDENTIALS, new Bearer("t0ken", "old")).flaws())
                .contains(DeliveryFlaw.MISSING_CREDENTIALS, DeliveryFlaw.FOREIGN_TOKEN, DeliveryFlaw.EXPIRED_TOKEN)
                .doesNotContain(DeliveryFlaw.WRONG_PASSWORD, DeliveryFlaw.OTHER_USER);
        assertThat(catalogue(Styles.CREDENTIALS, new Bearer("t0ken", null)).flaws())
                .doesNotContain(DeliveryFlaw.EXPIRED_TOKEN);
    }

    @Test
    void spoilNothingButTheCredentials() {
        BadDeliveries basic = catalogue(Styles.CREDENTIALS, new Basic("ada", "sesame1"));
        Message message = message(Styles.CREDENTIALS);
        String right = new Basic("ada", "sesame1").authorization();

        assertThat(authorization(basic, DeliveryFlaw.WRONG_PASSWORD))
                .isNotEqualTo(right)
                .startsWith("Basic YWRhO");
        assertThat(authorization(basic, DeliveryFlaw.OTHER_USER))
                .isNotEqualTo(right)
                .endsWith(right.substring(12));
        assertThat(authorization(basic, DeliveryFlaw.MISSING_CREDENTIALS)).isNull();
        assertThat(authorization(catalogue(Styles.CREDENTIALS, new Bearer("t", "old")), DeliveryFlaw.EXPIRED_TOKEN))
                .isEqualTo("Bearer old");
        BadDelivery tampered = basic.make(DeliveryFlaw.TAMPERED_BODY, message, NOW);
        assertThat(tampered.expectation()).isEqualTo(Expectation.EITHER);
        assertThat(tampered.attempts().get(0).headers()).containsEntry("Authorization", right);
        assertThat(tampered.attempts().get(0).body())
                .isNotEqualTo(message.body())
                .hasSameSizeAs(message.body());
    }

    private @Nullable String authorization(BadDeliveries catalogue, DeliveryFlaw flaw) {
        BadDelivery bad = catalogue.make(flaw, message(Styles.CREDENTIALS), NOW);
        assertThat(bad.expectation()).isEqualTo(Expectation.REFUSE);
        assertThat(bad.stored()).isZero();
        return bad.attempts().get(0).headers().get("Authorization");
    }

    @ParameterizedTest
    @EnumSource(Styles.class)
    void canBeMadeOfAnyMessageAndSent(Styles style) {
        BadDeliveries catalogue = catalogue(style, null);
        for (DeliveryFlaw flaw : catalogue.flaws()) {
            BadDelivery bad = catalogue.make(flaw, message(style), NOW);

            assertThat(bad.requests(URI.create("http://127.0.0.1:1/hook")))
                    .as("%s", bad)
                    .isNotEmpty();
            assertThat(bad.flaw()).isEqualTo(flaw);
        }
        Set<DeliveryFlaw> others = EnumSet.complementOf(EnumSet.copyOf(catalogue.flaws()));
        for (DeliveryFlaw flaw : others) {
            assertThatThrownBy(() -> catalogue.make(flaw, message(style), NOW))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(flaw + " is not a flaw of this bank's webhooks: they have [");
        }
    }

    @ParameterizedTest
    @EnumSource(Styles.class)
    void areTheSameForTheSameSeed(Styles style) {
        BadDeliveries first = catalogue(style, null);
        BadDeliveries second = catalogue(style, null);
        second.flaws();

        for (DeliveryFlaw flaw : EnumSet.complementOf(EnumSet.of(DeliveryFlaw.STRANGERS_KEY))) {
            if (first.flaws().contains(flaw) && style != Styles.DETACHED) {
                assertThat(first.make(flaw, message(style), NOW).attempts())
                        .isEqualTo(second.make(flaw, message(style), NOW).attempts());
            }
        }
    }

    @Test
    void keepNumbersAndTextsAsTheyWere() {
        BadDeliveries catalogue = catalogue(Styles.STANDARD, null);
        Message message = message(Styles.STANDARD);

        String unknown = body(catalogue, DeliveryFlaw.UNKNOWN_TYPE);
        String formatted = body(catalogue, DeliveryFlaw.FORMATTED_BODY);

        assertThat(unknown).isEqualTo(message.body().replace("core.account.archived", "core.account.archived.unknown"));
        assertThat(formatted)
                .contains("\"amount\": 1.10,\n  \"rate\": 1E+3,\n  \"name\": \"Zoë \\\"x\\\", {y: z}\"}}\n");
        assertThat(body(catalogue, DeliveryFlaw.LATE))
                .isEqualTo(message.body().replace("2031-03-05T08:59:59.500Z", "2031-03-02T08:59:59.500Z"));
        assertThat(body(catalogue, DeliveryFlaw.UNKNOWN_MEMBERS))
                .isEqualTo(
                        message.body()
                                .replace(
                                        "{y: z}\"}}",
                                        "{y: z}\",\"sandbankUnknown\":{\"list\":[1,null]}},\"sandbankUnknown\":{\"list\":[1,null]}}"));
        assertThat(body(catalogue, DeliveryFlaw.EMPTY_DATA)).endsWith("\"data\":{}}");
        assertThat(body(catalogue, DeliveryFlaw.TAMPERED_BODY))
                .isEqualTo(message.body().replace(".500Z", ".500z"));
    }

    private String body(BadDeliveries catalogue, DeliveryFlaw flaw) {
        return catalogue
                .make(flaw, message(Styles.STANDARD), NOW)
                .attempts()
                .get(0)
                .body();
    }

    @Test
    void shuffleTwoDifferentEvents() {
        List<Attempt> attempts = catalogue(Styles.STANDARD, null)
                .make(DeliveryFlaw.SHUFFLED, message(Styles.STANDARD), NOW)
                .attempts();

        assertThat(attempts)
                .extracting(attempt -> attempt.headers().get("webhook-id"))
                .doesNotHaveDuplicates();
        assertThat(attempts.get(0).body()).contains("08:59:59.500Z");
        assertThat(attempts.get(1).body())
                .contains("08:59:58.500Z")
                .doesNotContain("0b6c4a7e-5d21-4f38-9a10-3c7e8d2f6b45");
    }

    @Test
    void repeatAMessageWithinTheTolerance() {
        List<Attempt> attempts = catalogue(Styles.STANDARD, null)
                .make(DeliveryFlaw.RETRY, message(Styles.STANDARD), NOW)
                .attempts();

        assertThat(attempts)
                .extracting(attempt -> attempt.headers().get("webhook-timestamp"))
                .containsExactly(String.valueOf(NOW.getEpochSecond()), String.valueOf(NOW.getEpochSecond() + 5));
        assertThat(attempts)
                .extracting(attempt -> attempt.headers().get("webhook-signature"))
                .doesNotHaveDuplicates();
        assertThat(attempts)
                .extracting(attempt -> attempt.headers().get("webhook-id"))
                .containsOnly("msg_first");
    }

    @Test
    void forgeSignaturesThatThePublishedKeyDoesNotVerify() throws Exception {
        BadDeliveries catalogue = catalogue(Styles.DETACHED, null);
        var key =
                JWKSet.parse(keys.published(List.of("ES256"))).getKeys().get(0).toECKey();

        Map<DeliveryFlaw, String> heads = new HashMap<>();
        for (DeliveryFlaw flaw : OF_KEYS) {
            Attempt attempt = catalogue
                    .make(flaw, message(Styles.DETACHED), NOW)
                    .attempts()
                    .get(0);
            String jws = String.valueOf(attempt.headers().get("x-jws-signature"));
            heads.put(
                    flaw,
                    new String(
                            Base64.getUrlDecoder().decode(jws.substring(0, jws.indexOf('.'))), StandardCharsets.UTF_8));
            assertThat(jws).contains("..");
            if (flaw == DeliveryFlaw.STRANGERS_KEY) {
                JWSObject signed = JWSObject.parse(jws, new Payload("2031-03-05T09:00:00Z." + attempt.body()));
                assertThat(signed.verify(new ECDSAVerifier(key))).isFalse();
            }
        }

        assertThat(heads.get(DeliveryFlaw.STRANGERS_KEY)).contains(key.getKeyID());
        assertThat(heads.get(DeliveryFlaw.UNKNOWN_KEY)).doesNotContain(key.getKeyID());
        assertThat(heads.get(DeliveryFlaw.UNSIGNED)).contains("\"none\"");
        assertThat(heads.get(DeliveryFlaw.SIGNED_WITH_PUBLIC_KEY)).contains("HS256");
    }

    private Set<DeliveryFlaw> of(Styles style) {
        return catalogue(style, null).flaws();
    }

    private BadDeliveries catalogue(Styles style, @Nullable Credentials credentials) {
        Ids ids = Ids.from(OptionalLong.of(5));
        var signature = style.style().signature();
        List<String> secrets =
                signature != null && signature.isHmac() ? List.of(Secrets.make(signature.secret(), ids)) : List.of();
        return BadDeliveries.of(style.style(), new Sender(secrets, keys, credentials), ids);
    }

    private static Message message(Styles style) {
        Map<String, Object> facts =
                Map.of("event.type", "core.account.archived", "event.id", "0b6c4a7e-5d21-4f38-9a10-3c7e8d2f6b45");
        String body = style.style()
                .body()
                .toString()
                .replace("\"${event.data}\"", DATA)
                .replace("${event.id}", "0b6c4a7e-5d21-4f38-9a10-3c7e8d2f6b45")
                .replace("${message}", "msg_first")
                .replace("${event.type}", "core.account.archived")
                .replace("${event.category}", "accounts")
                .replace("${event.createdAt}", "2031-03-05T08:59:59.500Z");
        return new Message("msg_first", body, facts::get);
    }
}
