package dev.sandbank.internal.control;

import dev.sandbank.internal.oidc.sign.Rotation;

/**
 * The keys that tokens are signed with.
 *
 * @param at whose they are
 */
public record KeyControl(EnvironmentControl at) {

    /** Signs with new keys from now on. */
    public void rotate(Rotation how) {
        at.environment().tokenServer().rotateKeys(how);
        at.note("keys are new, " + how.told());
    }
}
