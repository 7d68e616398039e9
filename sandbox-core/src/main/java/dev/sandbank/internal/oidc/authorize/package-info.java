/** The authorization endpoint and its pages: users sign in and consent, and clients get codes. */
@NullMarked
package dev.sandbank.internal.oidc.authorize;

import org.jspecify.annotations.NullMarked;
