/** How a client calls the token server directly: one form, one client authentication (RFC 6749 §2.3). */
@NullMarked
package dev.sandbank.internal.oidc.client;

import org.jspecify.annotations.NullMarked;
