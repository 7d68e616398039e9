/** What all tests speak in: calls over real HTTP, their answers with the decision behind them, and the names of the seeds. */
package dev.sandbank.testing;
