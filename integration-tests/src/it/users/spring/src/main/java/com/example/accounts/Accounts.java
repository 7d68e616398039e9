package com.example.accounts;

import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/** The accounts at the bank, as its API tells them. */
@Component
public class Accounts {

    private final RestClient bank;

    Accounts(RestClient bank) {
        this.bank = bank;
    }

    public String all() {
        return bank.get().uri("/banking/accounts").retrieve().body(String.class);
    }
}
