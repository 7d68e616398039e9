package dev.sandbank;

/**
 * One way of a blocked user to one operation: how a client gets a token to call it for that user, and what the bank
 * answers at the end of the way.
 *
 * <p>Sandbank finds it in the fixture and by a dry run, in which the bank itself answers. If a block does not cover an operation, the
 * bank answers as it would without the block.
 */
@Experimental
public interface AuthPath {

    /** The blocked user. */
    String user();

    /**
     * How the client gets its token: {@code client credentials}, {@code client credentials, naming the user}, {@code
     * signing in}, {@code a refresh token from before} or {@code a token from before}.
     */
    String grant();

    /** The client that calls. */
    String client();

    /** The operation at the end of the way. */
    String operation();

    /** Where the way ends: at {@code sign-in}, at the token endpoint ({@code token}), or with the {@code call} itself. */
    String stop();

    /** Whether the bank allows the call although the user is blocked. */
    boolean allowed();

    /** The reason of the refusal, one of {@link DenialReason} or a bank's own; empty if the call is allowed. */
    String reason();

    /** The HTTP status of the answer. */
    int status();

    /** The bank's own code in the body of the answer, such as {@code customerDisabled}; empty if there is none. */
    String code();

    /** The code as the body spells it: the same as {@link #code()}, or the URL that it is a part of. */
    String codeInBody();

    /**
     * Goes the way in a new sandbox up to the last request, and blocks the user at the right moment.
     *
     * @return the last request, which you still have to send; its token is empty if the way ends before the call
     */
    ArrangedCall arrange(Sandbank bank);
}
