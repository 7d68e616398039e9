/** Makes values that JSON Schemas allow. */
@NullMarked
package dev.sandbank.internal.init.sample;

import org.jspecify.annotations.NullMarked;
