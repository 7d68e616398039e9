package dev.sandbank.internal.denial;

import dev.sandbank.internal.bank.Bank;

/** Something that is done to a sandbox before a call. */
@FunctionalInterface
interface StateChange {

    void make(Bank bank);
}
