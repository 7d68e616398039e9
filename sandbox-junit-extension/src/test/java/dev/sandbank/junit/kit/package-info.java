/** Runs sample test classes from within tests, and tells which sandboxes they were given. */
package dev.sandbank.junit.kit;
