/** What the extension needs on the class path, and what it does not. */
package dev.sandbank.junit.classpath;
