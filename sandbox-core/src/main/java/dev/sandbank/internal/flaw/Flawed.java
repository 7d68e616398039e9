package dev.sandbank.internal.flaw;

/**
 * A token that is to be refused.
 *
 * @param authorization the whole {@code Authorization} field; empty if none is to be sent
 * @param token the token alone; empty if there is none
 * @param reason why it is refused
 * @param status the HTTP status of the bank's answer
 */
public record Flawed(String authorization, String token, String reason, int status) {}
