package dev.sandbank;

import dev.sandbank.internal.oidc.TokenServer;

/** The keys that a sandbox signs ID tokens and JWT access tokens with. */
public final class SandbankKeys {

    private final TokenServer tokenServer;

    SandbankKeys(TokenServer tokenServer) {
        this.tokenServer = tokenServer;
    }

    /** Signs with new keys from now on; the old ones stay published, so what they signed is still trusted. */
    public void rotateWithOverlap() {
        tokenServer.rotateKeys(true);
    }

    /**
     * Signs with new keys from now on and withdraws the old ones: what they signed can no longer be verified, and JWT
     * access tokens among it are refused here too.
     */
    public void rotateWithoutOverlap() {
        tokenServer.rotateKeys(false);
    }
}
