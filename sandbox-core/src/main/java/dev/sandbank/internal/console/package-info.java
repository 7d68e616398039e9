/** The page for people who watch and control a sandbox in a browser: files, which use the control API. */
@NullMarked
package dev.sandbank.internal.console;

import org.jspecify.annotations.NullMarked;
