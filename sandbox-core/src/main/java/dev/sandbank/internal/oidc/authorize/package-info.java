/** The authorization endpoint and its pages: who signs in, and what the client gets of it. */
@NullMarked
package dev.sandbank.internal.oidc.authorize;

import org.jspecify.annotations.NullMarked;
