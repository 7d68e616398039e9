package dev.sandbank.internal.gate;

import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Refusal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Refuses clients that call too often; counts every request with a good token. */
public final class LimitRequests implements Gate<Call> {

    private final Function<String, Optional<Duration>> count;

    /** @param count counts one more request of a client; returns how long to wait if that is too many */
    public LimitRequests(Function<String, Optional<Duration>> count) {
        this.count = count;
    }

    @Override
    public Verdict<Call> examine(Call call) {
        String client = call.grant().client();
        if (call.grant().isOfNobody()) {
            return Verdict.pass(call, "no client whose calls are counted");
        }
        return count.apply(client)
                .map(pause -> LimitRequests.refuse(
                        client, Math.max(1, pause.plusMillis(999).toSeconds())))
                .orElseGet(() -> Verdict.pass(call, "client " + client + " is within its limit"));
    }

    /** Refuses, with the wait in whole seconds (RFC 6585 §4). */
    private static Verdict<Call> refuse(String client, long seconds) {
        String detail = "Client " + client + " has called too often; it may call again in " + seconds + " s";
        return Verdict.refuse(new Refusal.RuleBroken("too-many-requests", detail, Map.of("retry-after", seconds)));
    }
}
