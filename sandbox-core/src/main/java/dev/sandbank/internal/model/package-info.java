/**
 * Calls on their way: requests, replies, refusals, and what gates find out. What they speak of is in the packages below.
 *
 * <p>Nothing here knows a bank, a database or a web server; of JSON there are trees and no more.
 */
@NullMarked
package dev.sandbank.internal.model;

import org.jspecify.annotations.NullMarked;
