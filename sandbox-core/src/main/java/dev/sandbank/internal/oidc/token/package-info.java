/** Issues tokens, and has the endpoints that inspect and revoke them. */
@NullMarked
package dev.sandbank.internal.oidc.token;

import org.jspecify.annotations.NullMarked;
