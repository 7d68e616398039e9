/** The operations of a dialect: parameters, resources, rules, work and replies. */
@NullMarked
package dev.sandbank.internal.model.operation;

import org.jspecify.annotations.NullMarked;
