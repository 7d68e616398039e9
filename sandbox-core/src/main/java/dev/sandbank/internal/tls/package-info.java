/** Makes the keys and certificates with which a sandbox speaks https, in memory. */
@NullMarked
package dev.sandbank.internal.tls;

import org.jspecify.annotations.NullMarked;
