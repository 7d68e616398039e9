package dev.sandbank.internal.webhook.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import dev.sandbank.internal.dialect.WebhookStyle.Secret;
import dev.sandbank.internal.model.Ids;
import dev.sandbank.internal.oidc.sign.SigningKeys;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignedMessageTest {

    private static final String SECRET = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static final Instant SENT = Instant.ofEpochSecond(1930467600);
    private static final String BODY =
            "{\"id\":\"0b6c4a7e-5d21-4f38-9a10-3c7e8d2f6b45\",\"type\":\"core.account.archived\"}";
    private static final String SIGNATURE = "v1,aLCHiU7p2rIx8cs5GS8AH+IMyXYqmvcnbioP2dT0YWA=";

    private final SigningKeys keys = new SigningKeys(4L);
    private final Message message = new Message(
            "msg_2031sandbank0001", BODY, name -> name.equals("event.type") ? "core.account.archived" : null);

    @AfterEach
    void close() {
        keys.close();
    }

    @Test
    void hasTheFieldsOfStandardWebhooks() {
        assertThat(headers(Styles.STANDARD, SECRET))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "Content-Type", "application/json",
                        "webhook-id", "msg_2031sandbank0001",
                        "webhook-timestamp", "1930467600",
                        "webhook-signature", SIGNATURE));
    }

    @Test
    void isSignedWithBothSecretsWhileTheyRotateTheNewestFirst() {
        String newer = "whsec_ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=";

        String newest = headers(Styles.STANDARD, newer).get("webhook-signature");

        assertThat(headers(Styles.STANDARD, newer, SECRET))
                .containsEntry("webhook-signature", newest + " " + SIGNATURE);
        assertThat(newest).isNotEqualTo(SIGNATURE);
    }

    @Test
    void canHaveTimestampAndSignatureInOneField() {
        assertThat(headers(Styles.ONE_FIELD, "whsec_abc", "whsec_def"))
                .containsEntry(
                        "Pay-Signature",
                        "t=1930467600,v1=e39aaace71581bd7ab452a36adb3df3573defdc86005cbb4aa1ceacb6a5a75c7,v1=60e5e430e31d83ab6086e1035ca28ff35f8b2cfee681d497320fd4a669d95048");
    }

    @Test
    void canBeSignedWithoutATimestampAndWithOneSecretOnly() {
        Map<String, String> headers = headers(Styles.BODY_ONLY, "00ff00ff", "11aa11aa");

        assertThat(headers)
                .containsEntry("X-Event", "core.account.archived")
                .containsEntry(
                        "X-Signature-512",
                        "sha512=7b2b7caded7651f9a28e3765914052bb9c7943a012740fcd5e79f0ec53bf42b9594514ed4717287588ae924d96af7463092d4d0305c3fa99b0a1433882856b53");
    }

    @Test
    void canBeADetachedJwsByTheSandboxesKey() throws Exception {
        Map<String, String> headers = headers(Styles.DETACHED);

        String jws = headers.get("x-jws-signature");
        String text = headers.get("x-sent-at") + "." + BODY;
        var key =
                JWKSet.parse(keys.published(List.of("ES256"))).getKeys().get(0).toECKey();
        assertThat(headers).containsEntry("x-sent-at", "2031-03-05T09:00:00Z");
        assertThat(jws).matches("[\\w-]+\\.\\.[\\w-]+");
        assertThat(JWSObject.parse(jws, new Payload(text)).verify(new ECDSAVerifier(key)))
                .isTrue();
    }

    @Test
    void canCarryTheReceiversCredentialsInstead() {
        Sender sender = new Sender(List.of(), keys, new Sender.Basic("ada", "pa:ss"));

        assertThat(new MessageSigner(Styles.CREDENTIALS.style(), sender).headers(message, SENT))
                .containsOnly(
                        Map.entry("Content-Type", "application/json"),
                        Map.entry("Authorization", "Basic YWRhOnBhOnNz"));
        assertThat(sender.toString()).doesNotContain("pa:ss");
    }

    @Test
    void leavesBlanksInTheBodyAlone() {
        Message odd = message.withBody("{\"name\":\"${timestamp} $1 \\\\\"}");
        MessageSigner signer = signer(Styles.STANDARD, SECRET);

        assertThat(MessageSigner.text(Styles.STANDARD.style().signature(), odd, "1"))
                .isEqualTo("msg_2031sandbank0001.1.{\"name\":\"${timestamp} $1 \\\\\"}");
        assertThat(signer.signature(odd, "1")).isNotEqualTo(signer.signature(odd, "2"));
    }

    @Test
    void hasSecretsThatFollowFromTheSeed() {
        for (String encoding : List.of("base64", "base64url", "hex", "text")) {
            Secret form = new Secret("sec_", 24, encoding);

            String made = Secrets.make(form, Ids.from(OptionalLong.of(7)));

            assertThat(made).startsWith("sec_").isEqualTo(Secrets.make(form, Ids.from(OptionalLong.of(7))));
            assertThat(Secrets.key(form, made)).hasSize(encoding.equals("text") ? 4 + 48 : 24);
        }
        assertThat(Secrets.make(new Secret("", 32, "base64"), Ids.from(OptionalLong.empty())))
                .isNotEqualTo(Secrets.make(new Secret("", 32, "base64"), Ids.from(OptionalLong.empty())));
    }

    @Test
    void refusesASecretOfAnotherFormWithoutShowingIt() {
        Secret form = Styles.STANDARD.style().signature().secret();

        for (String wrong : List.of("MDEyMzQ1Njc4OWFiY2RlZg==", "whsec_", "whsec_*secret*", "whsec")) {
            assertThatThrownBy(() -> Secrets.key(form, wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("expected a secret: \"whsec_\" and a key in base64");
        }
    }

    private Map<String, String> headers(Styles style, String... secrets) {
        return signer(style, secrets).headers(message, SENT);
    }

    private MessageSigner signer(Styles style, String... secrets) {
        return new MessageSigner(style.style(), new Sender(List.of(secrets), keys, null));
    }
}
