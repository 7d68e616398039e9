package dev.sandbank.internal.work.plain;

import dev.sandbank.internal.model.Entry;
import java.util.List;
import java.util.Map;

/**
 * One page of a list.
 *
 * @param entries its entries
 * @param facts facts for its reply: {@code first}, {@code next}, {@code previous}, {@code start}, {@code size}, {@code
 * pages}, {@code more}, …
 */
record Page(List<Entry> entries, Map<String, Object> facts) {}
