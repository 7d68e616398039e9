package dev.sandbank.internal.fault;

/**
 * The operation and the client of a request, as far as it states them, not verified.
 *
 * @param name the operation or the endpoint, or an empty text
 * @param client the client's id, or an empty text
 */
public record Addressee(String name, String client) {}
