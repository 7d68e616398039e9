package dev.sandbank.internal.control;

import dev.sandbank.SandbankUser;
import dev.sandbank.internal.dialect.Dialect.EntitlementKind;
import dev.sandbank.internal.fixture.problem.DidYouMean;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Happening;
import dev.sandbank.internal.model.oauth.Consents;
import dev.sandbank.internal.model.oauth.User;
import dev.sandbank.internal.model.oauth.UserStatus;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.store.Tables;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Controls one user.
 *
 * @param id the user's id
 * @param at the user's environment
 */
public record UserControl(String id, EnvironmentControl at) implements SandbankUser {

    /** The end of messages that refuse a change without effect: a test that makes one would also pass without it. */
    static final String IDLE = ", so this would change nothing";

    @Override
    public String status() {
        return state().word();
    }

    UserStatus state() {
        return new Directory(at.environment().store())
                .user(id)
                .map(User::status)
                .orElseThrow(() -> new UnknownNameException("there is no user " + id));
    }

    /**
     * Refuses a consent that the user could not give.
     *
     * @param picks the ids that the user picks; empty for all
     */
    void requireConsent(List<String> picks) {
        Consents consents = at.environment().tokenServer().consents();
        Set<String> choices = consents.choices(id).keySet();
        if (!consents.asked() && !picks.isEmpty()) {
            throw new ConflictException("this bank does not ask users for consent when they sign in");
        }
        if (consents.asked() && choices.isEmpty()) {
            throw new ConflictException("user " + id + " has nothing to consent to");
        }
        picks.stream().filter(pick -> !choices.contains(pick)).findFirst().ifPresent(pick -> {
            throw new UnknownNameException(
                    "user " + id + " has no \"" + pick + "\" to consent to" + DidYouMean.hint(pick, choices));
        });
    }

    @Override
    public void block() {
        become(UserStatus.BLOCKED.word());
    }

    @Override
    public void unblock() {
        become(UserStatus.ACTIVE);
    }

    @Override
    public void disable() {
        become(UserStatus.DISABLED.word());
    }

    @Override
    public void enable() {
        become(UserStatus.ACTIVE);
    }

    /** Makes an active user active without an error, because tests do so at their end whatever came before. */
    @Override
    public void become(String state) {
        UserStatus status = new UserStatus(state);
        requireState(status);
        change(status, !status.isActive());
    }

    /** The same as {@link #become(String)}, but may change nothing. */
    public void become(UserStatus status) {
        change(status, false);
    }

    /** Changes the state. A user who is disabled is also signed out. */
    private void change(UserStatus status, boolean somethingToChange) {
        at.change("user " + id + " is " + status.word(), tables -> {
            if (somethingToChange && state().equals(status)) {
                throw new ConflictException("user " + id + " is already " + status.word() + IDLE);
            }
            if (status.isDisabled()) {
                signOut(tables);
            }
            return EntryWriter.edit(tables, Directory.USERS, id, document -> document.put("status", status.word()));
        });
    }

    private void requireState(UserStatus status) {
        boolean known = status.isActive()
                || status.isDisabled()
                || at.environment().definition().dialect().state(status).isPresent();
        if (!known) {
            throw new UnknownNameException("the bank does not know the user state " + status.word()
                    + DidYouMean.hint(status.word(), states()));
        }
    }

    private Set<String> states() {
        Set<String> states =
                new TreeSet<>(List.of(UserStatus.ACTIVE.word(), UserStatus.BLOCKED.word(), UserStatus.DISABLED.word()));
        states.addAll(at.environment().definition().dialect().states().keySet());
        return states;
    }

    @Override
    public void signOut() {
        at.change("user " + id + " is signed out everywhere", tables -> {
            if (signOut(tables) == 0) {
                throw new ConflictException("user " + id + " is not signed in anywhere and has no token" + IDLE);
            }
            at.environment().store().happened(new Happening(Happening.SIGNED_OUT, id, "", null));
            return tables;
        });
    }

    private int signOut(Tables tables) {
        return tables.sessions().endOfUser(id)
                + tables.signIns().revokeOfUser(id)
                + tables.tokens().revokeOfUser(id);
    }

    @Override
    public void setPassword(String password) {
        String fit = AllowedSecrets.require("password", password);
        at.change(
                "user " + id + " has a new password",
                tables -> EntryWriter.edit(tables, Directory.USERS, id, document -> document.put("password", fit)));
    }

    @Override
    public void claims(Map<String, ?> claims) {
        at.resource(Directory.USERS, id).setIn("claims", claims);
    }

    @Override
    public void entitle(String resource, String... permissions) {
        String collection = collectionOf(resource, List.of(permissions));
        at.change("user " + id + " holds " + String.join(", ", permissions) + " on " + resource, tables -> {
            requireHeld(tables, false, collection, resource, List.of(permissions));
            List.of(permissions).forEach(permission -> tables.links().entitle(id, collection, resource, permission));
            return tables;
        });
    }

    @Override
    public void withdraw(String resource, String... permissions) {
        String collection = collectionOf(resource, List.of(permissions));
        at.change("user " + id + " no longer holds " + String.join(", ", permissions) + " on " + resource, tables -> {
            requireHeld(tables, true, collection, resource, List.of(permissions));
            List.of(permissions).forEach(permission -> tables.links().withdraw(id, collection, resource, permission));
            return tables;
        });
    }

    private void requireHeld(
            Tables tables, boolean wanted, String collection, String resource, List<String> permissions) {
        Set<String> held = tables.links().permissions(id, collection, resource);
        List<String> idle = permissions.stream()
                .filter(permission -> held.contains(permission) != wanted)
                .toList();
        if (!idle.isEmpty()) {
            throw new ConflictException("user " + id + (wanted ? " does not hold " : " already holds ")
                    + String.join(", ", idle) + " on " + resource + IDLE);
        }
    }

    @Override
    public Set<String> permissions(String resource) {
        return at.environment().store().links().permissions(id, collectionOf(resource, List.of()), resource);
    }

    private String collectionOf(String resource, List<String> permissions) {
        EntitlementKind kind = at.environment().definition().dialect().entitlements().values().stream()
                .filter(known -> at.environment()
                        .store()
                        .entries()
                        .find(known.collection(), resource)
                        .isPresent())
                .findFirst()
                .orElseThrow(() -> new UnknownNameException(
                        "no entitlement can name the resource " + resource + DidYouMean.hint(resource, resources())));
        List<String> unknown = permissions.stream()
                .filter(permission -> !kind.permissions().contains(permission))
                .toList();
        if (!unknown.isEmpty()) {
            throw new UnknownNameException(
                    "the bank does not know the permission " + String.join(", ", unknown) + " on "
                            + kind.collection() + "; it knows " + String.join(", ", kind.permissions())
                            + DidYouMean.hint(unknown.get(0), kind.permissions()));
        }
        return kind.collection();
    }

    /** The ids of everything that users can be entitled to. */
    private List<String> resources() {
        return at.environment().definition().dialect().entitlements().values().stream()
                .flatMap(kind -> at.environment().store().entries().all(kind.collection()).stream())
                .map(Entry::id)
                .toList();
    }

    @Override
    public String toString() {
        return "user " + id;
    }
}
