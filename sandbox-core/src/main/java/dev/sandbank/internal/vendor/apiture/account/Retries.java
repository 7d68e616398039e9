package dev.sandbank.internal.vendor.apiture.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Settings;
import dev.sandbank.internal.work.Result;

/**
 * How often callers must ask again until the slow data of an account is ready.
 *
 * <p>Nothing is stored between calls: each request says how often it was tried.
 */
public final class Retries {

    private static final int ACCEPTED = 202;

    private final Settings settings;
    private final String name;

    /** @param name the setting with the number of retries; a member of the account with this name replaces it */
    public Retries(Settings settings, String name) {
        this.settings = settings;
        this.name = name;
    }

    public boolean isReady(Call call, Entry account) {
        return tried(call) >= account.document().path(name).asInt(settings.number(name));
    }

    public boolean areUsedUp(Call call) {
        return tried(call) >= settings.number("mostRetries");
    }

    /**
     * Replies with what is ready and, unless all retries are used up, when to ask again and with which {@code
     * retryCount}.
     */
    public Result later(Call call, ObjectNode body) {
        body.put("retryCount", areUsedUp(call) ? tried(call) : next(call));
        Reply reply = Reply.of(ACCEPTED, "application/json", body.toString());
        return new Result.Done(areUsedUp(call) ? reply : reply.withHeader("Retry-After", String.valueOf(seconds())));
    }

    /** Returns after how many seconds to ask again. */
    public long seconds() {
        return Math.max(1, settings.duration("retryAfter").toSeconds());
    }

    /** Returns the {@code retryCount} of the next request. */
    public static int next(Call call) {
        return tried(call) + 1;
    }

    private static int tried(Call call) {
        return call.input().number("retryCount");
    }
}
