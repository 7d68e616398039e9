package dev.sandbank.internal.journal;

import java.time.Instant;

/**
 * One thing that a test did to the sandbox.
 *
 * @param afterCall the number of the latest call before it, 0 if there was none
 * @param at the sandbox's time
 * @param what what was done, in words; never a secret
 */
public record Note(long afterCall, Instant at, String what) {

    long weight() {
        return Weight.ofHolder(3) + Weight.of(what);
    }
}
