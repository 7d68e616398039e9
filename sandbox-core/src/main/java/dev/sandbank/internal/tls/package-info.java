/** Makes what a sandbox needs to speak https: its keys and certificates, in memory. */
@NullMarked
package dev.sandbank.internal.tls;

import org.jspecify.annotations.NullMarked;
