package dev.sandbank.junit.examples;

import dev.sandbank.junit.kit.Http;
import java.net.URI;

/** Stands for the reader's own code: it knows a bank by its URL. */
public final class PaymentsClient {

    private final URI bank;

    public PaymentsClient(URI bank) {
        this.bank = bank;
    }

    URI bank() {
        return bank;
    }

    /** The status of the bank's reply. */
    int listAccounts(String token) {
        return Http.get(URI.create(bank + "/banking/accounts"), token).orElse(0);
    }

    int getAccount(String account, String token) {
        return Http.get(URI.create(bank + "/banking/accounts/" + account), token)
                .orElse(0);
    }
}
