/** The inside of sandboxes at a server. */
package dev.sandbank.internal.remote;
