package dev.sandbank;

import java.time.Instant;

/**
 * One thing that a test did to a sandbox, as the journal keeps it.
 *
 * @param afterCall the number of the latest call before it; 0 if there was none
 * @param at the sandbox's time
 * @param what what was done, such as {@code user ada is blocked}; secrets are shortened to four characters or left out
 */
public record Change(long afterCall, Instant at, String what) {}
