package dev.sandbank;

import dev.sandbank.SandbankNames.Kind;
import dev.sandbank.internal.bank.Environment;
import dev.sandbank.internal.dialect.Dialect.EntitlementKind;
import dev.sandbank.internal.model.User;
import dev.sandbank.internal.model.UserStatus;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.store.Tables;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** One user of a sandbox, as it is now; changes take effect at once, for tokens already issued too. */
public final class SandbankUser {

    private final String id;
    private final Environment environment;

    SandbankUser(String id, Environment environment) {
        this.id = id;
        this.environment = environment;
        new SandbankNames(List.of(environment)).require(Kind.USER, id);
    }

    private User known() {
        return new Directory(environment.store())
                .user(id)
                .orElseThrow(() -> new IllegalArgumentException("there is no user " + id));
    }

    public String id() {
        return id;
    }

    /** {@code active}, {@code blocked} or {@code disabled}. */
    public String status() {
        return known().status().word();
    }

    /** Blocks the user at the bank: what that stops is the bank's to say. Tokens stay valid. */
    public void block() {
        become(UserStatus.BLOCKED);
    }

    /** Makes a blocked user active again. */
    public void unblock() {
        become(UserStatus.ACTIVE);
    }

    /** Disables the user at the identity provider: all tokens are revoked, and nothing is issued any more. */
    public void disable() {
        environment.store().atomically(tables -> {
            become(tables, UserStatus.DISABLED);
            return signOut(tables);
        });
    }

    /** Makes a disabled user active again; tokens that were revoked stay revoked. */
    public void enable() {
        become(UserStatus.ACTIVE);
    }

    /** Signs the user out everywhere: ends the login sessions and revokes all tokens that stand for the user. */
    public void signOut() {
        environment.store().atomically(this::signOut);
    }

    private Tables signOut(Tables tables) {
        tables.sessions().endOfUser(id);
        tables.signIns().revokeOfUser(id);
        tables.tokens().revokeOfUser(id);
        return tables;
    }

    /**
     * Entitles the user to permissions on a resource, one triple of user, resource and permission each.
     *
     * @throws IllegalArgumentException if the bank has no such resource or permission
     */
    public void entitle(String resource, String... permissions) {
        EntitlementKind kind = kindOf(resource, permissions);
        environment.store().atomically(tables -> {
            Arrays.stream(permissions)
                    .forEach(permission -> tables.links().entitle(id, kind.collection(), resource, permission));
            return tables;
        });
    }

    /**
     * Withdraws permissions on a resource; the user still knows that it exists.
     *
     * @throws IllegalArgumentException if the bank has no such resource or permission
     */
    public void withdraw(String resource, String... permissions) {
        EntitlementKind kind = kindOf(resource, permissions);
        environment.store().atomically(tables -> {
            Arrays.stream(permissions)
                    .forEach(permission -> tables.links().withdraw(id, kind.collection(), resource, permission));
            return tables;
        });
    }

    /** What the user may do on a resource. */
    public Set<String> permissions(String resource) {
        EntitlementKind kind = kindOf(resource);
        return environment.store().links().permissions(id, kind.collection(), resource);
    }

    private EntitlementKind kindOf(String resource, String... permissions) {
        EntitlementKind kind = environment.manners().dialect().entitlements().values().stream()
                .filter(known -> environment
                        .store()
                        .entries()
                        .find(known.collection(), resource)
                        .isPresent())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nobody can be entitled to a resource " + resource));
        List<String> unknown = Arrays.stream(permissions)
                .filter(permission -> !kind.permissions().contains(permission))
                .toList();
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("the bank knows no permission " + String.join(", ", unknown) + " on "
                    + kind.collection() + "; it knows " + String.join(", ", kind.permissions()));
        }
        return kind;
    }

    /**
     * Puts the user into a state of the bank's dialect, such as {@code active}, {@code blocked} or one of its own.
     *
     * @throws IllegalArgumentException if the bank knows no such state
     */
    public void become(String state) {
        UserStatus status = new UserStatus(state);
        boolean known = status.isActive()
                || status.isDisabled()
                || environment.manners().dialect().state(status).isPresent();
        if (!known) {
            throw new IllegalArgumentException("the bank knows no state " + state + " of users");
        }
        if (status.isDisabled()) {
            disable();
        } else {
            become(status);
        }
    }

    private void become(UserStatus status) {
        environment.store().atomically(tables -> {
            become(tables, status);
            return tables;
        });
    }

    private void become(Tables tables, UserStatus status) {
        tables.entries().find(Directory.USERS, id).ifPresent(entry -> {
            entry.document().put("status", status.word());
            tables.entries().replace(Directory.USERS, id, entry.document());
        });
    }

    @Override
    public String toString() {
        return "user " + id;
    }
}
