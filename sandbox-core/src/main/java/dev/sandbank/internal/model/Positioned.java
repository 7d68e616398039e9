package dev.sandbank.internal.model;

/**
 * An entry and its position in a list.
 *
 * @param entry the entry
 * @param place greater than the places of all entries before it
 */
public record Positioned(Entry entry, long place) {}
