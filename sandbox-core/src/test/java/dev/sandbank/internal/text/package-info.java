@NullMarked
package dev.sandbank.internal.text;

import org.jspecify.annotations.NullMarked;
