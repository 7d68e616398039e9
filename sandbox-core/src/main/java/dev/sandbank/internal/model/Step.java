package dev.sandbank.internal.model;

/**
 * What one gate said about one call.
 *
 * @param gate the gate's name, such as {@code scope}
 * @param passed whether it let the call on
 * @param saw what it looked at and found, in words; never a secret
 */
public record Step(String gate, boolean passed, String saw) {}
