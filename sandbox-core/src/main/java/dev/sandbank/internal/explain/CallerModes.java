package dev.sandbank.internal.explain;

import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.explain.Caller.Way;
import dev.sandbank.internal.model.Client;
import dev.sandbank.internal.model.GrantTypes;
import dev.sandbank.internal.model.User;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** In which way a client calls for a user, at this bank. */
final class CallerModes {

    private final Dialect dialect;

    CallerModes(Dialect dialect) {
        this.dialect = dialect;
    }

    Optional<Way> of(Client client, @Nullable User user) {
        boolean own = client.grants().contains(GrantTypes.CLIENT_CREDENTIALS);
        if (user == null) {
            return own ? Optional.of(Way.ITSELF) : Optional.empty();
        }
        if (own && user.id().equals(client.boundUser())) {
            return Optional.of(Way.BOUND);
        }
        if (own && mayName(client)) {
            return Optional.of(Way.NAMED);
        }
        if (client.boundUser() == null && client.grants().contains(GrantTypes.AUTHORIZATION_CODE)) {
            return Optional.of(Way.SIGNED_IN);
        }
        return own && dialect.impersonation() != null ? Optional.of(Way.NAMED) : Optional.empty();
    }

    /** Whether this is how it is done, and not only how it can be tried. */
    boolean isUsual(Caller caller) {
        return caller.way() != Way.NAMED
                || (mayName(caller.client()) && caller.client().boundUser() == null);
    }

    private boolean mayName(Client client) {
        Dialect.Impersonation rule = dialect.impersonation();
        return rule != null && (rule.scope() == null || client.scopes().contains(rule.scope()));
    }
}
