/** The model of OAuth 2.0 and OpenID Connect: clients, users, scopes, grants, sign-ins. */
@NullMarked
package dev.sandbank.internal.model.oauth;

import org.jspecify.annotations.NullMarked;
