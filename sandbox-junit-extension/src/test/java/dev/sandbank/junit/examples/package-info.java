/** The examples of {@code docs/reference/junit.md}, compiled and run. */
package dev.sandbank.junit.examples;
