/** The grant types and the token endpoint: each grant declares its parameters and members, checks requests and issues tokens. */
@NullMarked
package dev.sandbank.internal.oidc.grant;

import org.jspecify.annotations.NullMarked;
