/** The demo: data that describes a tour of a bank, and the guide that leads through it. */
@NullMarked
package dev.sandbank.internal.cli.demo;

import org.jspecify.annotations.NullMarked;
