/**
 * The pages of the token server for users, as replies. They are plain forms, escape every value, and cannot be framed.
 *
 * <p>The templates are in {@code src/main/jte}. The build compiles each into a class, which this package calls directly.
 */
@NullMarked
package dev.sandbank.internal.oidc.page;

import org.jspecify.annotations.NullMarked;
