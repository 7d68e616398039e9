/** Records what happened: every call, every gate's verdict, no secrets. */
@NullMarked
package dev.sandbank.internal.journal;

import org.jspecify.annotations.NullMarked;
