/** Bundles of failed tests: what happened in a sandbox, without secrets, and how to make it happen again. */
@NullMarked
package dev.sandbank.internal.replay;

import org.jspecify.annotations.NullMarked;
