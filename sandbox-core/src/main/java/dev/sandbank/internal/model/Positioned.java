package dev.sandbank.internal.model;

/**
 * An entry and where it stands among its like.
 *
 * @param entry the entry
 * @param place greater than that of all before it
 */
public record Positioned(Entry entry, long place) {}
