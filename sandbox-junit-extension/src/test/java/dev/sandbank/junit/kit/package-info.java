/** Runs sample test classes from within tests, and records which sandboxes they got. */
package dev.sandbank.junit.kit;
