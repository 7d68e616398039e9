/** Banks that come as files: an example of a whole one, and what dialects can say. */
@NullMarked
package dev.sandbank.anybank;

import org.jspecify.annotations.NullMarked;
