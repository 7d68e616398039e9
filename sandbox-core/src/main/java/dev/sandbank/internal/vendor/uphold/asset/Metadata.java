package dev.sandbank.internal.vendor.uphold.asset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import org.jspecify.annotations.Nullable;

/** What callers note on things that they make; what is too long is not kept, but undoes nothing. */
public final class Metadata {

    private static final int MOST_CHARACTERS = 1024;

    private Metadata() {}

    /** The characters of what a call notes; null if it notes nothing. */
    public static @Nullable Integer length(Call call) {
        JsonNode metadata = call.input().body().path("metadata");
        return metadata.isMissingNode() ? null : metadata.toString().length();
    }

    /** Keeps what a call notes. */
    public static void keep(Call call, ObjectNode document) {
        Integer length = length(call);
        if (length != null && length <= MOST_CHARACTERS) {
            document.set("metadata", call.input().body().path("metadata"));
        }
    }
}
