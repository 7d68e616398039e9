/** Which libraries the extension needs on the class path, and which it does not. */
package dev.sandbank.junit.classpath;
