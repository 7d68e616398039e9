package dev.sandbank;

/**
 * A token that a sandbox is to refuse, and how.
 *
 * @param flaw what is wrong with it
 * @param authorization the whole {@code Authorization} field; empty if none is to be sent
 * @param token the token alone; empty if there is none
 * @param reason why it is refused, one of {@link Refusals}
 * @param status the HTTP status of the bank's answer
 * @param code the bank's own code in the body of its answer; empty if its bodies have none
 */
public record FlawedToken(TokenFlaw flaw, String authorization, String token, String reason, int status, String code) {

    /** Without the token. */
    @Override
    public String toString() {
        return flaw + ", refused with " + status + " " + reason;
    }
}
