package dev.sandbank.internal.fault;

/**
 * What a request is for and who makes it, as far as it says so itself: nothing of it is proven yet.
 *
 * @param name the operation or the endpoint, or an empty text
 * @param client the client's id, or an empty text
 */
public record Addressee(String name, String client) {}
