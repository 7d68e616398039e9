/**
 * The controls of a running sandbox over HTTP: JSON below {@code /_sandbank/api}, for tests in other languages.
 *
 * <p>{@link dev.sandbank.internal.control.api.ControlSite} has the table of all operations; the resource {@code openapi.json} describes
 * them.
 */
@NullMarked
package dev.sandbank.internal.control.api;

import org.jspecify.annotations.NullMarked;
