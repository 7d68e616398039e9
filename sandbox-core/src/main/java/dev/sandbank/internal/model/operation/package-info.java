/** What a dialect says of an operation: its parameters, resources, rules, work and replies. */
@NullMarked
package dev.sandbank.internal.model.operation;

import org.jspecify.annotations.NullMarked;
