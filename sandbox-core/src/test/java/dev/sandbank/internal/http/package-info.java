@NullMarked
package dev.sandbank.internal.http;

import org.jspecify.annotations.NullMarked;
