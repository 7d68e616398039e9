/** Assertions about calls, and their failures. */
package dev.sandbank.junit.assertions;
