package dev.sandbank.internal.oidc;

import dev.sandbank.internal.dialect.Dialect;
import dev.sandbank.internal.model.Grant;
import dev.sandbank.internal.model.Ids;
import dev.sandbank.internal.model.Scopes;
import dev.sandbank.internal.store.Store;
import dev.sandbank.internal.store.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Issues access tokens: every one new, none shared between two users or two clients. */
public final class Issuance {

    private final Dialect.Tokens style;
    private final Duration lifetime;
    private final Store store;
    private final Ids ids;
    private final Supplier<Instant> now;

    /** A token, which is never kept, and what it stands for. */
    public record Issued(String token, Grant grant) {
        @Override
        public String toString() {
            return "token of client " + grant.client();
        }
    }

    public Issuance(Dialect.Tokens style, Duration lifetime, Store store, Ids ids, Supplier<Instant> now) {
        this.style = style;
        this.lifetime = lifetime;
        this.store = store;
        this.ids = ids;
        this.now = now;
    }

    public Issued accessToken(String client, @Nullable String user, Scopes scopes) {
        Instant at = Instant.ofEpochSecond(now.get().getEpochSecond());
        Grant grant = Grant.fresh(client, user, null, scopes, at, lifetime);
        String token = ids.text(style.alphabet(), style.length());
        store.tokens().add(Tokens.Kind.ACCESS, token, grant);
        return new Issued(token, grant);
    }
}
