/** Pages in a real browser: what only a browser notices. */
package dev.sandbank.integration.browser;
