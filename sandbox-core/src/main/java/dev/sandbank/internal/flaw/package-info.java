/** Tokens that are to be refused, each for one reason, and what the bank then says. */
@NullMarked
package dev.sandbank.internal.flaw;

import org.jspecify.annotations.NullMarked;
