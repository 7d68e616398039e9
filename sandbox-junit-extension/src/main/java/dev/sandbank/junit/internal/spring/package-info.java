/** Where the bank is, for application contexts of Spring. */
@NullMarked
package dev.sandbank.junit.internal.spring;

import org.jspecify.annotations.NullMarked;
