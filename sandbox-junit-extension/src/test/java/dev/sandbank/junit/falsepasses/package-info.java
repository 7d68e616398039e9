@org.jspecify.annotations.NullMarked
package dev.sandbank.junit.falsepasses;
