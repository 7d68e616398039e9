/** What a test does to a running sandbox takes effect at once and is written down. */
package dev.sandbank.controls;
