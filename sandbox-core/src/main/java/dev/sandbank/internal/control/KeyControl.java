package dev.sandbank.internal.control;

import dev.sandbank.SandbankKeys;
import dev.sandbank.internal.oidc.sign.Rotation;

/**
 * The keys that tokens are signed with.
 *
 * @param at whose they are
 */
public record KeyControl(EnvironmentControl at) implements SandbankKeys {

    @Override
    public void rotateWithOverlap() {
        rotate(Rotation.OVERLAP);
    }

    @Override
    public void rotateWithoutOverlap() {
        rotate(Rotation.NO_OVERLAP);
    }

    @Override
    public void rotateUnderTheSameKeyId() {
        rotate(Rotation.SAME_ID);
    }

    /** Signs with new keys from now on. */
    public void rotate(Rotation how) {
        at.environment().tokenServer().rotateKeys(how);
        at.note("keys are new, " + how.told());
    }
}
