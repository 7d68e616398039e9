/** What every endpoint of the token server has: its context, its addresses, its replies and its errors. */
@NullMarked
package dev.sandbank.internal.oidc.endpoint;

import org.jspecify.annotations.NullMarked;
