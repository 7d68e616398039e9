package dev.sandbank.internal.denial;

import dev.sandbank.internal.control.BankControl;

/** Something that is done to a sandbox before a call. */
@FunctionalInterface
interface StateChange {

    void make(BankControl bank);
}
