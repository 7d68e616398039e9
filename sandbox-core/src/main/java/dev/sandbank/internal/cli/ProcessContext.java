package dev.sandbank.internal.cli;

import java.io.InputStream;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What a command gets from its process besides the streams.
 *
 * @param environment the environment variables
 * @param stoppable receives the thread of a command that runs until it is interrupted
 * @param typed the standard input
 */
record ProcessContext(Map<String, String> environment, Consumer<Thread> stoppable, InputStream typed) {}
