package dev.sandbank.internal.vendor.uphold.kyc;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.work.AccessFilter;
import dev.sandbank.internal.work.VendorParts.Finding;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Checks the files that an update names. */
record SentFiles(AccessFilter visible) {

    @Nullable
    Finding unknown(Call call) {
        return finding(call, Optional::isEmpty, "There is no such file");
    }

    /** Refuses a file whose content has not arrived yet. */
    @Nullable
    Finding invalid(Call call) {
        return finding(call, file -> file.filter(SentFiles::isPending).isPresent(), "The file has not been uploaded");
    }

    private static boolean isPending(Entry file) {
        return file.document().path("status").asText().equals("pending");
    }

    private @Nullable Finding finding(Call call, Predicate<Optional<Entry>> isAtFault, String detail) {
        JsonNode media = call.input().body().path(Kyc.INPUT).path("media");
        return media.valueStream()
                        .map(each -> visible.find(
                                call.subject(), "files", each.path("fileId").asText()))
                        .anyMatch(isAtFault)
                ? new Finding(detail, Map.of())
                : null;
    }
}
