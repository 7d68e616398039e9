package dev.sandbank;

/**
 * One way of a blocked user to one operation: how a client comes by a token to call it for that user, and what the bank
 * answers at the end of the way.
 *
 * <p>What it tells comes from the fixture and from a dry run, in which the bank itself answers. A block that leaves an operation alone changes nothing
 * about it: then the answer is that which the same call has without the block.
 */
public interface AuthPath {

    /** The user, who is blocked on the way. */
    String user();

    /**
     * How the client comes by its token: {@code client credentials}, {@code client credentials, naming the user}, {@code
     * signing in}, {@code a refresh token from before} or {@code a token from before}.
     */
    String grant();

    /** The client that calls. */
    String client();

    /** The operation at the end of the way. */
    String operation();

    /** Where the way ends: at {@code sign-in}, at {@code token}, the token endpoint, or with the {@code call} itself. */
    String stop();

    /** Whether the call is allowed though the user is blocked. */
    boolean allowed();

    /** The reason of the refusal, one of {@link DenialReason} or a bank's own; empty if the call is allowed. */
    String reason();

    /** The HTTP status of the answer. */
    int status();

    /** The bank's own word for it, such as {@code customerDisabled}, out of the body of the answer; empty if there is none. */
    String code();

    /** What the body has for it: the same or, where a bank says it by a URL, that URL. */
    String codeInBody();

    /**
     * Goes the way in a fresh sandbox, in which the user is blocked at the right moment, up to the last request.
     *
     * @return that request, which is not made yet; its token is empty where the way ends before the call
     */
    ArrangedCall arrange(Sandbank bank);
}
