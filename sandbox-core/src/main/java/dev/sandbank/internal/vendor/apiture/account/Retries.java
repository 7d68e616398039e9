package dev.sandbank.internal.vendor.apiture.account;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Settings;
import dev.sandbank.internal.work.Result;

/**
 * How often callers are asked to come again until slow data of an account is there.
 *
 * <p>Nothing is remembered between the calls: the request says itself how often it was tried.
 */
public final class Retries {

    private static final int ACCEPTED = 202;

    private final Settings settings;
    private final String name;

    /** @param name the setting that says how often; a member of this name of an account takes its place */
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

    /** Says what there is by now and, unless all tries are used up, when to come again and with which retryCount. */
    public Result later(Call call, ObjectNode body) {
        body.put("retryCount", areUsedUp(call) ? tried(call) : next(call));
        Reply reply = Reply.of(ACCEPTED, "application/json", body.toString());
        return new Result.Done(areUsedUp(call) ? reply : reply.withHeader("Retry-After", String.valueOf(seconds())));
    }

    /** After how many seconds to come again. */
    public long seconds() {
        return Math.max(1, settings.duration("retryAfter").toSeconds());
    }

    /** The retryCount to come again with. */
    public static int next(Call call) {
        return tried(call) + 1;
    }

    private static int tried(Call call) {
        return call.input().number("retryCount");
    }
}
