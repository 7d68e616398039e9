/** Assembles a bank: its dialect, its state, its token server and its guarded operations. */
@NullMarked
package dev.sandbank.internal.bank;

import org.jspecify.annotations.NullMarked;
