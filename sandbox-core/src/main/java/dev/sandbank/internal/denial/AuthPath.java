package dev.sandbank.internal.denial;

/**
 * One way of a blocked user to one operation.
 *
 * @param way how the client comes by its token
 * @param client the client
 * @param operation the operation's id
 * @param stop where the way ends: {@code sign-in}, {@code token} or {@code call}
 * @param allowed whether the call is allowed all the same
 * @param expected what is answered there; the reason is empty if it is allowed
 * @param walk how to go there
 */
public record AuthPath(
        GrantFlow way,
        String client,
        String operation,
        String stop,
        boolean allowed,
        Expected expected,
        AuthFlow walk) {}
