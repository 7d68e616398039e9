package dev.sandbank.internal.webhook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.dialect.WebhookStyle;
import dev.sandbank.internal.dialect.WebhookStyle.Failing;
import dev.sandbank.internal.dialect.WebhookStyle.Secret;
import dev.sandbank.internal.dialect.WebhookStyle.Signature;
import dev.sandbank.internal.model.Settings;
import dev.sandbank.internal.model.operation.IdStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How messages look at a bank that does not say it: as in Standard Webhooks 1.0. */
final class StandardStyle {

    private static final List<String> RETRIES =
            List.of("PT5S", "PT5M", "PT30M", "PT2H", "PT5H", "PT10H", "PT14H", "PT20H", "PT24H");

    private static final String SECONDS = "seconds";
    private static final String TOLERANCE = "PT5M";

    private StandardStyle() {}

    /** Returns how messages of a bank look. */
    static WebhookStyle of(Dialect dialect, Settings settings) {
        WebhookStyle own = dialect.webhooks().style();
        return own == null ? standard() : own.with(settings);
    }

    /** Returns how logout tokens are sent: once, as forms that are signed by their content. */
    static WebhookStyle ofLogouts() {
        Map<String, String> form = Map.of("Content-Type", "application/x-www-form-urlencoded");
        return new WebhookStyle(
                IdStyle.UUID,
                MissingNode.getInstance(),
                form,
                SECONDS,
                TOLERANCE,
                null,
                List.of(),
                "PT15S",
                List.of(),
                null,
                null,
                Failing.NOTHING);
    }

    private static WebhookStyle standard() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("type", "${event.type}").put("timestamp", "${event.createdAt}").put("data", "${event.data}");
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("webhook-id", "${message}");
        headers.put("webhook-timestamp", "${timestamp}");
        headers.put("webhook-signature", "${signature}");
        Signature signature = new Signature(
                "HmacSHA256",
                "${message}.${timestamp}.${body}",
                new Secret("whsec_", 32, Secret.BASE64),
                Secret.BASE64,
                "v1",
                "${version},${mac}",
                " ",
                "detached",
                "");
        return new WebhookStyle(
                "msg_27",
                body,
                headers,
                SECONDS,
                TOLERANCE,
                signature,
                List.of(),
                "PT15S",
                RETRIES,
                null,
                null,
                Failing.NOTHING);
    }
}
