package dev.sandbank;

import dev.sandbank.internal.control.KeyControl;
import dev.sandbank.internal.oidc.sign.Rotation;

/** The keys that a sandbox signs ID tokens and JWT access tokens with. */
public final class SandbankKeys {

    private final KeyControl control;

    SandbankKeys(KeyControl control) {
        this.control = control;
    }

    /** Signs with new keys from now on; the old ones stay published, so what they signed is still trusted. */
    public void rotateWithOverlap() {
        control.rotate(Rotation.OVERLAP);
    }

    /**
     * Signs with new keys from now on and withdraws the old ones: what they signed can no longer be verified, and JWT
     * access tokens among it are refused here too.
     */
    public void rotateWithoutOverlap() {
        control.rotate(Rotation.NO_OVERLAP);
    }

    /**
     * Does as {@link #rotateWithoutOverlap()}, but the new keys have the {@code kid} of the old ones: code that keeps
     * keys by their {@code kid} and never asks again takes good tokens for forged.
     */
    public void rotateUnderTheSameKeyId() {
        control.rotate(Rotation.SAME_ID);
    }
}
