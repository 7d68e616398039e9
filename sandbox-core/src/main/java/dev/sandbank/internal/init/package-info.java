/** Makes a bank of an OpenAPI description: small guesses, each with a name, and questions about what no description says. */
@NullMarked
package dev.sandbank.internal.init;

import org.jspecify.annotations.NullMarked;
