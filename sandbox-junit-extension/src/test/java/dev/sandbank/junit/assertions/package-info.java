/** What tests can say about calls, and what they are told if it is not so. */
package dev.sandbank.junit.assertions;
