package dev.sandbank.internal.denial;

import dev.sandbank.internal.bank.Bank;

/** Something that is done to a sandbox before a call. */
@FunctionalInterface
interface Change {

    void make(Bank bank);
}
