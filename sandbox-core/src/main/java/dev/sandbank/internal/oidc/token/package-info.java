/** The tokens: how they are issued, and the endpoints that tell of them and take them back. */
@NullMarked
package dev.sandbank.internal.oidc.token;

import org.jspecify.annotations.NullMarked;
