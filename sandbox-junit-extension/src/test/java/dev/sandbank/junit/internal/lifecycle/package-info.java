@NullMarked
package dev.sandbank.junit.internal.lifecycle;

import org.jspecify.annotations.NullMarked;
