package dev.sandbank.internal.oidc.page;

/**
 * One field of a form that nobody sees and that comes back as it was sent.
 *
 * <p>Two things no page can keep: browsers send every line break of a form as carriage return and line feed, and they
 * read a NUL as U+FFFD. A value that must survive even so stays on the server, or is sent in an encoding without them.
 */
public record Hidden(String name, String value) {}
