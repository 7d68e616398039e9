/**
 * The product on one page: gates in order, the first refusal is the answer.
 *
 * <p>{@link dev.sandbank.internal.gate.Gates} holds the order. Every gate is one check, made in the same way for every
 * operation of every bank.
 */
@NullMarked
package dev.sandbank.internal.gate;

import org.jspecify.annotations.NullMarked;
