package dev.sandbank;

import java.time.Instant;

/**
 * A change that a test made to a sandbox, as the journal keeps it.
 *
 * @param afterCall the number of the latest call before it; 0 if there was none
 * @param at when, by the sandbox's clock
 * @param what the change, such as {@code user ada is blocked}; secrets are shortened to four characters or left out
 */
@Stable
public record Change(long afterCall, Instant at, String what) {}
