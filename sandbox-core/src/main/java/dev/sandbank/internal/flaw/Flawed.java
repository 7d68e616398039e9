package dev.sandbank.internal.flaw;

import dev.sandbank.internal.flaw.Wording.Expected;

/**
 * A token that is to be refused.
 *
 * @param authorization the whole {@code Authorization} field; empty if none is to be sent
 * @param token the token alone; empty if there is none
 * @param expected why it is refused, and how the bank says so
 */
public record Flawed(String authorization, String token, Expected expected) {}
