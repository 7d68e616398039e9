package dev.sandbank.internal.denial;

/**
 * What a bank is to answer.
 *
 * @param reason the refusal's key, such as {@code scope-missing}
 * @param phrase the key of the bank's phrase for it, often the same
 * @param status the HTTP status
 * @param code the bank's own code for it, out of the body; empty if its bodies have none
 */
public record Expected(String reason, String phrase, int status, String code) {}
