/**
 * The token server: its endpoints by path, and the discovery document.
 *
 * <p>It shares its state with the guarded API. Which endpoints and grants exist is the dialect's to say.
 */
@NullMarked
package dev.sandbank.internal.oidc;

import org.jspecify.annotations.NullMarked;
