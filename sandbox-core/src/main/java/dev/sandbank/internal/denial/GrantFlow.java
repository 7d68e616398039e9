package dev.sandbank.internal.denial;

/** How a client comes by a token to call for a user. */
enum GrantFlow {
    /** With client credentials, as the client is bound to the user. */
    OWN("client credentials"),
    /** With client credentials, and each call names the user. */
    NAMED("client credentials, naming the user"),
    /** By the user signing in: a code with PKCE. */
    SIGN_IN("signing in"),
    /** With a refresh token from before. */
    REFRESH("a refresh token from before"),
    /** With an access token from before. */
    BEFORE("a token from before");

    private final String words;

    GrantFlow(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** Where it ends for a user who may not have tokens. */
    String endsAt() {
        return switch (this) {
            case SIGN_IN -> AuthFlow.AT_SIGN_IN;
            case REFRESH -> AuthFlow.AT_TOKEN;
            case OWN, NAMED, BEFORE -> AuthFlow.AT_CALL;
        };
    }
}
