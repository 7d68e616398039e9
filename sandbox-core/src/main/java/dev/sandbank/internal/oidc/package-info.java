/**
 * The token server: discovery, keys, client authentication and the token endpoint with its grants.
 *
 * <p>It shares its state with the guarded API. Which endpoints and grants exist is the dialect's to say.
 */
@NullMarked
package dev.sandbank.internal.oidc;

import org.jspecify.annotations.NullMarked;
