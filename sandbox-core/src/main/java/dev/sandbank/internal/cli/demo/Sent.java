package dev.sandbank.internal.cli.demo;

import java.util.Map;

/**
 * A request as it went over the wire.
 *
 * @param method the HTTP method
 * @param path path and query
 * @param headers the header fields that the scenario is about
 * @param body the content, empty if there is none
 */
record Sent(String method, String path, Map<String, String> headers, String body) {}
