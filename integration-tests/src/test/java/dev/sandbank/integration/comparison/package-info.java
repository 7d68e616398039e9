/** The same tests of one client, with Sandbank and with what is used without it. */
package dev.sandbank.integration.comparison;
