/**
 * What a sandbox answers besides its bank and the controls, below {@code /_sandbank}: the targets of the bank's links.
 */
@NullMarked
package dev.sandbank.internal.site;

import org.jspecify.annotations.NullMarked;
