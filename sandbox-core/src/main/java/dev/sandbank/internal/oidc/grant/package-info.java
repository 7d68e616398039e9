/** The grant types and the token endpoint: each grant declares what it takes and gives, checks it and issues tokens. */
@NullMarked
package dev.sandbank.internal.oidc.grant;

import org.jspecify.annotations.NullMarked;
