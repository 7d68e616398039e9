package dev.sandbank.internal.vendor.uphold.asset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import org.jspecify.annotations.Nullable;

/** The metadata in calls that create things; metadata that is too long is not kept, but the call still succeeds. */
public final class Metadata {

    private static final int MOST_CHARACTERS = 1024;

    private Metadata() {}

    /** Returns the length of a call's metadata; null if it has none. */
    public static @Nullable Integer length(Call call) {
        JsonNode metadata = call.input().body().path("metadata");
        return metadata.isMissingNode() ? null : metadata.toString().length();
    }

    /** Stores a call's metadata. */
    public static void keep(Call call, ObjectNode document) {
        Integer length = length(call);
        if (length != null && length <= MOST_CHARACTERS) {
            document.set("metadata", call.input().body().path("metadata"));
        }
    }
}
