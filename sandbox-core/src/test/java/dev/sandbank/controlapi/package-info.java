/** The same controls over HTTP: what each does, whom it refuses, and what it tells. */
package dev.sandbank.controlapi;
