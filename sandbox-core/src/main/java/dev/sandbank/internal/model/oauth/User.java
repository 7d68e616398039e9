package dev.sandbank.internal.model.oauth;

/**
 * A person or business that a bank knows.
 *
 * @param id the user's id
 * @param type the bank's subtype, such as {@code business}; empty for none
 * @param status active, blocked or disabled
 */
public record User(String id, String type, UserStatus status) {}
