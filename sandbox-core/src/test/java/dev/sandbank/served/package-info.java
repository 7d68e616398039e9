/** Sandboxes at a running server, in the interfaces of those in this JVM. */
package dev.sandbank.served;
