package dev.sandbank.internal.cli;

import java.util.Map;
import java.util.function.Consumer;

/**
 * What a command has from its process besides its streams.
 *
 * @param environment the variables
 * @param stoppable is told of the thread of a command that runs until it is interrupted
 */
record ProcessContext(Map<String, String> environment, Consumer<Thread> stoppable) {}
