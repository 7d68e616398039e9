package dev.sandbank.internal.oidc;

import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.model.User;
import dev.sandbank.internal.model.UserStatus;
import dev.sandbank.internal.store.Directory;
import java.util.Optional;

/** Whether a user may have anything of the token server, by the state the user is in now. */
final class Standing {

    private final Dialect dialect;
    private final Directory directory;

    Standing(Dialect dialect, Directory directory) {
        this.dialect = dialect;
        this.directory = directory;
    }

    /** A user who is gone or disabled never may; for a blocked one the dialect says. */
    boolean isGood(String userId) {
        return user(userId).isPresent();
    }

    Optional<User> user(String userId) {
        return directory.user(userId).filter(this::isGood);
    }

    private boolean isGood(User user) {
        return switch (user.status()) {
            case ACTIVE -> true;
            case BLOCKED -> !dialect.blocked().coversTokens();
            case DISABLED -> false;
        };
    }

    /** Nobody signs in who is not active. */
    boolean maySignIn(User user) {
        return user.status() == UserStatus.ACTIVE;
    }
}
