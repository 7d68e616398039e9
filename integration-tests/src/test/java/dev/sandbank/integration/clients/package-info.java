/** Clients of the control API that a generator wrote from its description. */
package dev.sandbank.integration.clients;
