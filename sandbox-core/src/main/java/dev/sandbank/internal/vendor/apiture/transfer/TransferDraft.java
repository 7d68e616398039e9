package dev.sandbank.internal.vendor.apiture.transfer;

import dev.sandbank.internal.model.Call;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.vendor.apiture.account.AccountNames;
import java.time.Instant;

/**
 * A transfer that a call would create, or change another into; it is not stored yet.
 *
 * @param call the call
 * @param transfer the transfer
 * @param source the account that it would debit
 * @param target the account that it would credit
 * @param reschedules whether the call changes the schedule
 * @param now the time of the call
 */
public record TransferDraft(
        Call call, Transfer transfer, Entry source, Entry target, boolean reschedules, Instant now) {

    public boolean isInternal() {
        return AccountNames.isInternal(source) && AccountNames.isInternal(target);
    }
}
