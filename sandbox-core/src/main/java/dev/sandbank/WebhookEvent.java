package dev.sandbank;

import java.time.Instant;

/**
 * Something that a bank tells its applications, such as that an account was opened.
 *
 * @param id its id, the same on every attempt to deliver it
 * @param type what happened, in the bank's words, such as {@code core.account.created}
 * @param createdAt when it happened, by the sandbox's clock
 * @param json the message about it, byte for byte as every attempt sends it
 * @param call the number of the call that made it, as {@link Exchange#number()}; 0 if a control or the clock did
 */
@Experimental
public record WebhookEvent(String id, String type, Instant createdAt, String json, long call) {}
