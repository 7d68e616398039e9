package dev.sandbank.internal.oidc.endpoint;

import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.dialect.StateRule;
import dev.sandbank.internal.model.User;
import dev.sandbank.internal.store.Directory;
import java.util.Optional;

/** Whether a user may have anything of the token server, by the state the user is in now. */
public final class UserEligibility {

    private final Dialect dialect;
    private final Directory directory;

    public UserEligibility(Dialect dialect, Directory directory) {
        this.dialect = dialect;
        this.directory = directory;
    }

    /** A user who is gone or disabled never may; for one in another state the dialect says. */
    public boolean isGood(String userId) {
        return user(userId).isPresent();
    }

    public Optional<User> user(String userId) {
        return directory.user(userId).filter(this::isGood);
    }

    private boolean isGood(User user) {
        return !user.status().isDisabled()
                && dialect.state(user.status()).filter(StateRule::coversTokens).isEmpty();
    }
}
