package dev.sandbank;

import dev.sandbank.internal.control.UserControl;
import dev.sandbank.internal.model.UserStatus;
import java.util.List;
import java.util.Set;

/** One user of a sandbox, as it is now; changes take effect at once, for tokens already issued too. */
public final class SandbankUser {

    private final UserControl control;

    SandbankUser(UserControl control) {
        this.control = control;
    }

    public String id() {
        return control.id();
    }

    /** {@code active}, {@code blocked}, {@code disabled} or a further state of the bank. */
    public String status() {
        return control.status().word();
    }

    /** Blocks the user at the bank: what that stops is the bank's to say. Tokens stay valid. */
    public void block() {
        control.become(UserStatus.BLOCKED);
    }

    /** Makes a blocked user active again. */
    public void unblock() {
        control.become(UserStatus.ACTIVE);
    }

    /** Disables the user at the identity provider: all tokens are revoked, and nothing is issued any more. */
    public void disable() {
        control.become(UserStatus.DISABLED);
    }

    /** Makes a disabled user active again; tokens that were revoked stay revoked. */
    public void enable() {
        control.become(UserStatus.ACTIVE);
    }

    /**
     * Puts the user into a state of the bank's dialect, such as {@code active}, {@code blocked} or one of its own.
     *
     * @throws IllegalArgumentException if the bank knows no such state
     */
    public void become(String state) {
        control.become(new UserStatus(state));
    }

    /** Signs the user out everywhere: ends the login sessions and revokes all tokens that stand for the user. */
    public void signOut() {
        control.signOut();
    }

    /**
     * Changes the password that the login page takes; sessions and tokens stay as they are, see {@link #signOut()}.
     *
     * @param password 1 to 256 printable ASCII characters
     * @throws IllegalArgumentException if it is anything else
     */
    public void setPassword(String password) {
        control.setPassword(password);
    }

    /**
     * Entitles the user to permissions on a resource, one triple of user, resource and permission each.
     *
     * @throws IllegalArgumentException if the bank has no such resource or permission
     */
    public void entitle(String resource, String... permissions) {
        control.entitle(resource, List.of(permissions));
    }

    /**
     * Withdraws permissions on a resource; the user still knows that it exists.
     *
     * @throws IllegalArgumentException if the bank has no such resource or permission
     */
    public void withdraw(String resource, String... permissions) {
        control.withdraw(resource, List.of(permissions));
    }

    /**
     * What the user may do on a resource.
     *
     * @throws IllegalArgumentException if the bank has no such resource
     */
    public Set<String> permissions(String resource) {
        return control.permissions(resource);
    }

    @Override
    public String toString() {
        return "user " + id();
    }
}
