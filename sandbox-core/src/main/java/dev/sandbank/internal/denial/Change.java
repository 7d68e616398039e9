package dev.sandbank.internal.denial;

import dev.sandbank.internal.bank.Environment;
import dev.sandbank.internal.time.SandboxClock;

/** Something that is done to a sandbox before a call. */
@FunctionalInterface
interface Change {

    void make(Environment environment, SandboxClock clock);
}
