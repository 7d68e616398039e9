package dev.sandbank.apiture;

import static dev.sandbank.testing.ApitureSeed.ADA_BATCH;
import static dev.sandbank.testing.ApitureSeed.EVERYDAY;

import dev.sandbank.Sandbank;
import dev.sandbank.testing.HttpCall;

/**
 * Calls of {@code listTransactions}.
 *
 * @param bank whom they are made to
 */
record History(Sandbank bank) {

    /** Of Ada's everyday account, by her own program. */
    HttpCall everyday(String query) {
        return of(ADA_BATCH, EVERYDAY, query);
    }

    HttpCall of(String client, String account, String query) {
        return HttpCall.get(bank, "/banking/accounts/" + account + "/transactions" + query)
                .bearer(bank.tokens().forClient(client));
    }
}
