package dev.sandbank.internal.model;

import dev.sandbank.internal.model.operation.ResourceRule;

/**
 * A resource that a call named and that was found.
 *
 * @param rule the rule by which it was found
 * @param entry the entry itself
 */
public record Resource(ResourceRule rule, Entry entry) {}
