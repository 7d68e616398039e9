/**
 * Inputs that nobody would send on purpose: each class takes one kind of them, its seeds are what once broke something.
 *
 * <p>An ordinary build tries the seeds, which lie below {@code src/test/resources} and are named for what is wrong with
 * them. How to let Jazzer look for more of them is in CONTRIBUTING.md.
 */
package dev.sandbank.fuzz;
