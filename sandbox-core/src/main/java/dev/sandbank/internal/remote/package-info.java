/** A sandbox at a running server, in the same interfaces as one in this JVM: each method is a call to the control API. */
@NullMarked
package dev.sandbank.internal.remote;

import org.jspecify.annotations.NullMarked;
