/**
 * The words that all banks share: calls, clients, grants, subjects, operations, refusals and replies.
 *
 * <p>Nothing here knows a bank, a database or a web server; only {@code java.*} is imported.
 */
@NullMarked
package dev.sandbank.internal.model;

import org.jspecify.annotations.NullMarked;
