/** The login sessions of browsers, the forms of Sandbank's pages, and signing out. */
@NullMarked
package dev.sandbank.internal.oidc.session;

import org.jspecify.annotations.NullMarked;
