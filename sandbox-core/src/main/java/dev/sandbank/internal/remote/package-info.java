/** A sandbox at a running server, behind the same interfaces as one in this JVM: each method calls the control API. */
@NullMarked
package dev.sandbank.internal.remote;

import org.jspecify.annotations.NullMarked;
