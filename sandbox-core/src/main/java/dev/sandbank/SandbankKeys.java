package dev.sandbank;

/** The keys with which a sandbox signs ID tokens and JWT access tokens. */
@Stable
public interface SandbankKeys {

    /**
     * Starts to make the first key on a thread of its own, and returns at once, so that the first client that reads the key set
     * waits less. Otherwise the sandbox makes it when a client reads discovery, or when it first signs something.
     */
    void prepare();

    /** Replaces the keys; the old ones stay published, so clients still trust what they signed. */
    void rotateWithOverlap();

    /**
     * Replaces the keys and withdraws the old ones: clients can no longer verify what they signed, and the sandbox refuses JWT
     * access tokens that they signed.
     */
    void rotateWithoutOverlap();

    /**
     * Like {@link #rotateWithoutOverlap()}, but the new keys have the {@code kid} of the old ones: code that caches keys by
     * {@code kid} and never reads them again takes good tokens for forged ones.
     */
    void rotateUnderTheSameKeyId();
}
