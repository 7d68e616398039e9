/** The demo: a walk through a bank that is data, and the guide that leads through it. */
@NullMarked
package dev.sandbank.internal.cli.demo;

import org.jspecify.annotations.NullMarked;
