/**
 * One bank's dialect, read from data: its operations, scopes, tokens, rules and the words of its refusals.
 *
 * <p>This package names no bank. A bank has only what its dialect mentions.
 */
@NullMarked
package dev.sandbank.internal.dialect;

import org.jspecify.annotations.NullMarked;
