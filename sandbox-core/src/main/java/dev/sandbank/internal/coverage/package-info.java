/** Which gates were seen to let calls of each operation pass and to refuse them, in one sandbox and over runs of tests. */
@NullMarked
package dev.sandbank.internal.coverage;

import org.jspecify.annotations.NullMarked;
