package dev.sandbank.internal.bank;

import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What the webhooks of an environment need of the whole sandbox.
 *
 * @param receivers the hosts that it may post to besides this machine
 * @param notes takes notes for the journal
 */
record Outside(Supplier<Set<String>> receivers, Consumer<String> notes) {}
