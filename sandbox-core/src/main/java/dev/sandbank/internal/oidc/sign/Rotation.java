package dev.sandbank.internal.oidc.sign;

/** What becomes of the old keys when new ones take over. */
public enum Rotation {
    /** They stay published, so that what they signed can still be verified. */
    OVERLAP("the old ones stay published"),
    /** They are withdrawn, and what they signed is no longer trusted. */
    NO_OVERLAP("the old ones are withdrawn"),
    /** They are withdrawn, and the new ones have their names: whoever keeps keys by name alone keeps the wrong ones. */
    SAME_ID("the old ones are withdrawn, and the new ones have their names");

    private final String told;

    Rotation(String told) {
        this.told = told;
    }

    /** In words. */
    public String told() {
        return told;
    }
}
