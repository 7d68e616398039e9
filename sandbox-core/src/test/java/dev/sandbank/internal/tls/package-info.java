@NullMarked
package dev.sandbank.internal.tls;

import org.jspecify.annotations.NullMarked;
