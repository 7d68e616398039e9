/**
 * The HTTP front: the one Jetty of this process, with a port of its own for every sandbox.
 *
 * <p>Only this package uses Jetty, Javalin and the servlet API. Each {@link dev.sandbank.internal.http.Port} serves a
 * {@link dev.sandbank.internal.http.RequestHandler}. The first port starts Jetty, which stops shortly after the last one is closed.
 */
@NullMarked
package dev.sandbank.internal.http;

import org.jspecify.annotations.NullMarked;
