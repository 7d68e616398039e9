package dev.sandbank;

/** The keys that a sandbox signs ID tokens and JWT access tokens with. */
public interface SandbankKeys {

    /**
     * Makes the first key aside, on a thread of its own, and returns at once: the first client that asks for the key set then
     * waits for no more than what is left. Without it, this happens when discovery is read, or when something is first signed.
     */
    void prepare();

    /** Signs with new keys from now on; the old ones stay published, so what they signed is still trusted. */
    void rotateWithOverlap();

    /**
     * Signs with new keys from now on and withdraws the old ones: what they signed can no longer be verified, and JWT
     * access tokens among it are refused here too.
     */
    void rotateWithoutOverlap();

    /**
     * Does as {@link #rotateWithoutOverlap()}, but the new keys have the {@code kid} of the old ones: code that keeps
     * keys by their {@code kid} and never asks again takes good tokens for forged.
     */
    void rotateUnderTheSameKeyId();
}
