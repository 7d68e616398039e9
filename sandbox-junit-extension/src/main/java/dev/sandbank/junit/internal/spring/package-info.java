/** Gives Spring application contexts the properties of the bank. */
@NullMarked
package dev.sandbank.junit.internal.spring;

import org.jspecify.annotations.NullMarked;
