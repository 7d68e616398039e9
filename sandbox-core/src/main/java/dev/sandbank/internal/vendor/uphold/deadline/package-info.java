/** What the clock alone changes in users, so that webhooks can tell of it when it is due. */
@NullMarked
package dev.sandbank.internal.vendor.uphold.deadline;

import org.jspecify.annotations.NullMarked;
