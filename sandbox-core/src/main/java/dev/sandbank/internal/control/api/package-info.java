/**
 * The controls of a running sandbox over HTTP: JSON below {@code /_sandbank/api}, for tests in other languages.
 *
 * <p>{@link dev.sandbank.internal.control.api.ControlSite} is the table of all there is to call, and the resource {@code
 * openapi.json} its description.
 */
@NullMarked
package dev.sandbank.internal.control.api;

import org.jspecify.annotations.NullMarked;
