/** What {@code docs/guides} shows: tests as readers would write them, and the reader's own code that they test. */
package dev.sandbank.junit.guides;
