/**
 * Calls on their way: requests, replies, refusals, and the findings of gates. The packages below model OAuth and
 * operations.
 *
 * <p>Nothing here depends on a bank, a database or a web server; of Jackson it uses only trees.
 */
@NullMarked
package dev.sandbank.internal.model;

import org.jspecify.annotations.NullMarked;
