/**
 * The token server: its endpoints by path, and the discovery document.
 *
 * <p>It shares its state with the guarded API. The dialect says which endpoints and grants exist.
 */
@NullMarked
package dev.sandbank.internal.oidc;

import org.jspecify.annotations.NullMarked;
