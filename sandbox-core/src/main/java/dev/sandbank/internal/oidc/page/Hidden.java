package dev.sandbank.internal.oidc.page;

/** One field of a form that nobody sees and that comes back as it was sent. */
public record Hidden(String name, String value) {}
