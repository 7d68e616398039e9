package dev.sandbank.internal.vendor.uphold.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.time.TimeLimits;
import dev.sandbank.internal.time.Timestamps;
import dev.sandbank.internal.work.OperationContext;
import dev.sandbank.internal.work.VendorParts;
import java.time.Duration;
import java.util.Map;

/** The parts about files that the dialect can name, from the settings for their categories. */
public record FileParts(OperationContext context) {

    public static VendorParts of(OperationContext context) {
        FileParts parts = new FileParts(context);
        return new VendorParts(
                Map.of(
                        "fileSettings",
                        parts::settings,
                        "fileTypes",
                        call -> parts.ofCategory(call).get("allowedContentTypes"),
                        "fileUpload",
                        parts::upload,
                        "fileCount",
                        call -> context.visible().list(call.subject(), "files").size()),
                Map.of(),
                Map.of());
    }

    /** Returns the settings of the category that a call asks for. */
    private ObjectNode settings(Call call) {
        ObjectNode all = context.settings().tree("fileSettings").deepCopy();
        return all.retain(
                call.input().get("category").valueStream().map(JsonNode::asText).toList());
    }

    private JsonNode ofCategory(Call call) {
        return context.settings()
                .tree("fileSettings")
                .path(call.input().body().path("category").asText());
    }

    /** Returns the bounds of the content, and until when it must arrive. */
    private ObjectNode upload(Call call) {
        JsonNode settings = ofCategory(call);
        Duration life = Duration.ofSeconds(settings.path("expiresIn").asLong());
        ObjectNode upload = JsonNodeFactory.instance.objectNode();
        upload.put("key", context.ids().uuid());
        upload.put("expiresAt", Timestamps.text(TimeLimits.later(context.now().get(), life)));
        upload.set("minSize", settings.path("minFileSize"));
        upload.set("maxSize", settings.path("maxFileSize"));
        return upload;
    }
}
