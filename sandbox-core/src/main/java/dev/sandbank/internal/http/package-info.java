/**
 * The HTTP front: the one Jetty of this process, with a port of its own for every sandbox.
 *
 * <p>Only here are Jetty, Javalin and the servlet API known. A {@link dev.sandbank.internal.http.Port} is opened for a
 * {@link dev.sandbank.internal.http.RequestHandler}; the first opened port starts Jetty, and it stops shortly after the last one
 * closed.
 */
@NullMarked
package dev.sandbank.internal.http;

import org.jspecify.annotations.NullMarked;
