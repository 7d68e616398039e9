/** The catalogue of denials: how an operation can be refused under a fixture, and how to arrange each refusal. */
@NullMarked
package dev.sandbank.internal.denial;

import org.jspecify.annotations.NullMarked;
