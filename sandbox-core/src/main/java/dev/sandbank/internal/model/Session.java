package dev.sandbank.internal.model;

import java.time.Instant;

/**
 * A login session of a browser.
 *
 * @param id its public name, told as {@code sid}
 * @param user who signed in
 * @param authTime when
 * @param expiresAt from when on it counts for nothing
 */
public record Session(String id, String user, Instant authTime, Instant expiresAt) {}
