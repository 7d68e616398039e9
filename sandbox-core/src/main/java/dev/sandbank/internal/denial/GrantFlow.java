package dev.sandbank.internal.denial;

/** How a client gets a token to call for a user. */
enum GrantFlow {
    /** With client credentials of a client that is bound to the user. */
    OWN("client credentials"),
    /** With client credentials, while each call names the user. */
    NAMED("client credentials, naming the user"),
    /** After the user signs in: a code with PKCE. */
    SIGN_IN("signing in"),
    /** With an older refresh token. */
    REFRESH("a refresh token from before"),
    /** With an older access token. */
    BEFORE("a token from before");

    private final String words;

    GrantFlow(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** Returns where it ends for a user who may not have tokens. */
    String endsAt() {
        return switch (this) {
            case SIGN_IN -> AuthFlow.AT_SIGN_IN;
            case REFRESH -> AuthFlow.AT_TOKEN;
            case OWN, NAMED, BEFORE -> AuthFlow.AT_CALL;
        };
    }
}
