/** What happened: every call, every gate's verdict, nothing secret. */
@NullMarked
package dev.sandbank.internal.journal;

import org.jspecify.annotations.NullMarked;
