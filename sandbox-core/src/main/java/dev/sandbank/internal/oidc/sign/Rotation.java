package dev.sandbank.internal.oidc.sign;

/** Says what happens to the old keys when new ones replace them. */
public enum Rotation {
    /** They stay published, so that their signatures can still be verified. */
    OVERLAP("the old ones stay published"),
    /** They are withdrawn, and their signatures are no longer trusted. */
    NO_OVERLAP("the old ones are withdrawn"),
    /** They are withdrawn, and the new ones have their {@code kid}: callers that cache keys by {@code kid} alone have the wrong ones. */
    SAME_ID("the old ones are withdrawn, and the new ones have their names");

    private final String told;

    Rotation(String told) {
        this.told = told;
    }

    /** The same in words. */
    public String told() {
        return told;
    }
}
