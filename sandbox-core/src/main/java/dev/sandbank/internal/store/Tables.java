package dev.sandbank.internal.store;

/** All tables as one transaction sees them. */
public record Tables(Entries entries, Links links, Tokens tokens) {}
