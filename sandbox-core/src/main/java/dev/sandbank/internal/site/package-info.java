/** What a sandbox has besides its bank and the controls, below {@code /_sandbank}: where links of the bank lead. */
@NullMarked
package dev.sandbank.internal.site;

import org.jspecify.annotations.NullMarked;
