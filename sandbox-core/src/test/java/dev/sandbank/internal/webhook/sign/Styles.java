package dev.sandbank.internal.webhook.sign;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sandbank.internal.dialect.WebhookStyle;

/** How banks sign their messages: the same code serves all of them. */
enum Styles {
    /** The public specification Standard Webhooks. */
    STANDARD("""
            {message: "msg_27",
             body: {id: "${event.id}", type: "${event.type}", createdAt: "${event.createdAt}", data: "${event.data}"},
             headers: {"webhook-id": "${message}", "webhook-timestamp": "${timestamp}", "webhook-signature": "${signature}"},
             signature: {algorithm: "HmacSHA256", over: "${message}.${timestamp}.${body}", secret: {prefix: "whsec_"},
                         version: "v1", form: "${version},${mac}", separator: " "},
             retries: ["PT5S", "PT5M"]}"""),
    /** Timestamp and signature in one field, in hexadecimal; the whole secret is the key. */
    ONE_FIELD("""
            {message: "evt_24", body: {id: "${message}", type: "${event.type}", created: "${event.createdAt}", data: {object: "${event.data}"}},
             headers: {"Pay-Signature": "t=${timestamp},${signature}"},
             signature: {algorithm: "HmacSHA256", over: "${timestamp}.${body}", secret: {prefix: "whsec_", encoding: "text"},
                         encoding: "hex", version: "v1", form: "${version}=${mac}", separator: ","}}"""),
    /** The body alone is signed; there is no timestamp and no version. */
    BODY_ONLY("""
            {body: {kind: "${event.type}", payload: "${event.data}"},
             headers: {"X-Event": "${event.type}", "X-Delivery": "${message}", "X-Signature-512": "sha512=${signature}"},
             signature: {algorithm: "HmacSHA512", secret: {encoding: "hex", bytes: 64}, encoding: "hex"}}"""),
    /** A detached JWS by the bank's key. */
    DETACHED("""
            {body: {id: "${event.id}", type: "${event.type}", data: "${event.data}"},
             headers: {"x-jws-signature": "${signature}", "x-sent-at": "${timestamp}"}, timestamp: "iso",
             signature: {algorithm: "ES256", over: "${timestamp}.${body}", type: "JOSE"}}"""),
    /** No signature: the receiver's credentials. */
    CREDENTIALS("""
            {body: {id: "${event.id}", type: "${event.type}", category: "${event.category}", occurredAt: "${event.createdAt}", data: "${event.data}"},
             credentials: ["basic", "bearer"], retries: ["PT10S", "PT10S"]}""");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonParser.Feature.ALLOW_UNQUOTED_FIELD_NAMES)
            .build();

    private final String text;

    Styles(String text) {
        this.text = text;
    }

    WebhookStyle style() {
        try {
            return JSON.readValue(text, WebhookStyle.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
