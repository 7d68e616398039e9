/**
 * One bank's manners, read from data: its operations, scopes, tokens, rules and the words of its refusals.
 *
 * <p>No bank is named here. What a dialect does not mention, the bank does not have.
 */
@NullMarked
package dev.sandbank.internal.dialect;

import org.jspecify.annotations.NullMarked;
