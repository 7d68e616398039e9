package dev.sandbank.internal.fault;

import dev.sandbank.internal.model.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Refusals for a status alone. */
public final class ErrorStatus {

    private ErrorStatus() {}

    /** Refuses with the bank's phrase for a status, without details. */
    static Refusal refusal(int status, String told) {
        Map<String, Object> facts = new HashMap<>(
                Map.of("status", status, "entity", "resource", "id", "", "required", List.of(), "held", List.of()));
        if (status == 401) {
            facts.put("challenge-error", "invalid_token");
            facts.put("challenge-description", told);
        }
        return new Refusal.Faulted("", told, facts);
    }
}
