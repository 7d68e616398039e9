/** Keys and signatures: the published keys verify what this package signs. */
@NullMarked
package dev.sandbank.internal.oidc.sign;

import org.jspecify.annotations.NullMarked;
