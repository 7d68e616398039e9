/** What the real applications, the real browser and the runnable jar are tested with. */
package dev.sandbank.integration;
