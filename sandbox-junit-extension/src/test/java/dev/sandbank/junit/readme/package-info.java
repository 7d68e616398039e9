/** The readme of {@code docs/junit.md}, compiled and run. */
package dev.sandbank.junit.readme;
