/**
 * The pages of the token server that a person sees, as replies: plain forms, every value escaped, no page to be framed.
 *
 * <p>The templates are in {@code src/main/jte}; the build turns each into a class that is called directly.
 */
@NullMarked
package dev.sandbank.internal.oidc.page;

import org.jspecify.annotations.NullMarked;
