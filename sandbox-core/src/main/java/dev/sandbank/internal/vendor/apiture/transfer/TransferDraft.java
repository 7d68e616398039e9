package dev.sandbank.internal.vendor.apiture.transfer;

import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.vendor.apiture.account.AccountNames;
import java.time.Instant;

/**
 * A transfer that a call would make, or would change another into; nothing is kept of it yet.
 *
 * @param call the call
 * @param transfer what it would be
 * @param source the account that it would debit
 * @param target the account that it would credit
 * @param reschedules whether the call says anything of when
 * @param now when it is asked for
 */
public record TransferDraft(
        Call call, Transfer transfer, Entry source, Entry target, boolean reschedules, Instant now) {

    public boolean isInternal() {
        return AccountNames.isInternal(source) && AccountNames.isInternal(target);
    }
}
