/** The tests of {@code docs/start/first-test.md} that come after the first one, compiled and run. */
package dev.sandbank.junit.start;
