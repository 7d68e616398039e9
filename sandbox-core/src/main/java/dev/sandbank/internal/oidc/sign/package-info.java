/** Keys and signatures: what is signed here can be verified with what is published here. */
@NullMarked
package dev.sandbank.internal.oidc.sign;

import org.jspecify.annotations.NullMarked;
