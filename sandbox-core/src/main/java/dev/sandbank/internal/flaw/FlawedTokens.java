package dev.sandbank.internal.flaw;

import dev.sandbank.SandbankNames.Kind;
import dev.sandbank.internal.bank.Environment;
import dev.sandbank.internal.control.EnvironmentControl;
import dev.sandbank.internal.dialect.StateRule;
import dev.sandbank.internal.model.Client;
import dev.sandbank.internal.model.GrantTypes;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.TokenFault;
import dev.sandbank.internal.model.User;
import dev.sandbank.internal.model.UserStatus;
import dev.sandbank.internal.oidc.token.Forgery;
import dev.sandbank.internal.oidc.token.Forgery.Pretence;
import dev.sandbank.internal.store.Directory;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes tokens that this sandbox is to refuse, and knows from the bank's dialect what it then says. */
public final class FlawedTokens {

    private static final String SCHEME = "Bearer";
    private static final int OVERSIZE = 32 * 1024;

    private final EnvironmentControl at;
    private final Environment environment;
    private final Forgery forgery;
    private final Bearers bearers;

    public FlawedTokens(EnvironmentControl at) {
        this.at = at;
        this.environment = at.environment();
        this.forgery = environment.tokenServer().forgery();
        this.bearers = new Bearers(at);
    }

    /** Whether calls by a method can be refused for this flaw under this fixture. */
    public boolean isRefused(Flaw flaw, String method) {
        return flaw != Flaw.BLOCKED_SUBJECT
                || (blocked().covers(method) && bearers.somebody(null, null).isPresent());
    }

    /**
     * Makes one.
     *
     * @param client whose token it is, or null for any client
     * @param user for whom, or null for nobody, or whoever is needed
     */
    public Flawed make(Flaw flaw, @Nullable String client, @Nullable String user) {
        TokenFault fault = flaw.fault();
        return fault == null
                ? ofBlockedSubject(bearers.somebody(client, user)
                        .orElseThrow(() -> new IllegalStateException("no client has a token that stands for a user")))
                : ofFault(fault, authorization(flaw, bearers.anybody(client, user)));
    }

    private Flawed ofFault(TokenFault fault, String authorization) {
        String reason = new Refusal.TokenRefused(fault).key();
        return flawed(authorization, reason, reason);
    }

    private String authorization(Flaw flaw, Pretence pretence) {
        return switch (flaw) {
            case MISSING -> "";
            case EMPTY -> SCHEME;
            case WRONG_SCHEME -> "Token " + good(pretence);
            default -> bearer(token(flaw, pretence));
        };
    }

    private String token(Flaw flaw, Pretence pretence) {
        return switch (flaw) {
            case TRUNCATED -> truncated(good(pretence));
            case OVERSIZED -> good(pretence) + "A".repeat(OVERSIZE);
            case TAMPERED_PAYLOAD -> forgery.withAnotherPayload(good(pretence), pretence);
            case TAMPERED_SIGNATURE -> Forgery.withAnotherSignature(good(pretence));
            case EXPIRED -> expired(pretence);
            case REVOKED -> revoked(pretence);
            case NOT_YET_VALID -> forgery.notYetValid(pretence);
            case NO_EXPIRY -> forgery.withoutExpiry(pretence);
            case WRONG_ISSUER -> forgery.ofAnotherIssuer(pretence);
            case WRONG_AUDIENCE -> forgery.forAnotherAudience(pretence);
            case WRONG_TYPE -> forgery.ofAnotherType(pretence);
            case UNSIGNED -> forgery.unsigned(pretence);
            case SIGNED_WITH_PUBLIC_KEY -> forgery.signedWithThePublicKey(pretence);
            case UNKNOWN_KEY -> forgery.signedUnderAnUnknownName(pretence);
            case STRANGERS_KEY -> forgery.signedByAStranger(pretence);
            case MISSING, EMPTY, WRONG_SCHEME, BLOCKED_SUBJECT ->
                throw new IllegalArgumentException(flaw + " is no matter of the token");
        };
    }

    private String good(Pretence pretence) {
        return at.tokens()
                .issue(
                        pretence.client().id(),
                        pretence.user(),
                        pretence.scopes().names().stream().toList());
    }

    private static String truncated(String token) {
        return token.substring(0, token.length() * 2 / 3);
    }

    private String expired(Pretence pretence) {
        return environment
                .tokenServer()
                .issuance()
                .expiredToken(pretence.client(), pretence.user(), pretence.scopes())
                .token();
    }

    private String revoked(Pretence pretence) {
        String token = good(pretence);
        at.tokens().revoke(token);
        return token;
    }

    private Flawed ofBlockedSubject(Pretence pretence) {
        String token = good(pretence);
        String user = String.valueOf(pretence.user());
        at.user(user).become(UserStatus.BLOCKED);
        return flawed(bearer(token), "subject-blocked", blocked().refuse());
    }

    private StateRule blocked() {
        return environment.definition().dialect().state(UserStatus.BLOCKED).orElseThrow();
    }

    private static String bearer(String token) {
        return SCHEME + " " + token;
    }

    private Flawed flawed(String authorization, String reason, String phrase) {
        Wording wording = new Wording(
                environment.definition().phrasebook(),
                environment.settings(),
                environment.definition().dialect().envelope().code());
        boolean bare = authorization.isEmpty() || authorization.equals(SCHEME);
        String token = bare ? "" : authorization.substring(authorization.lastIndexOf(' ') + 1);
        return new Flawed(authorization, token, wording.of(reason, phrase));
    }

    /** Finds whose token is to be spoilt, where a test does not say. */
    private record Bearers(EnvironmentControl at) {

        /** The client that is named, else the first of the fixture that can have a token by itself. */
        Pretence anybody(@Nullable String client, @Nullable String user) {
            Client known = client == null ? first() : at.client(client).known();
            return pretence(
                    known, user == null ? known.boundUser() : at.user(user).id());
        }

        /** The same, but the token stands for an active user. */
        Optional<Pretence> somebody(@Nullable String client, @Nullable String user) {
            if (client != null || user != null) {
                return Optional.of(anybody(client, user)).filter(pretence -> pretence.user() != null);
            }
            return Stream.concat(bound(), signedIn()).findFirst();
        }

        private Stream<Pretence> bound() {
            return usable().filter(
                            client -> client.user().filter(this::isActive).isPresent())
                    .map(client -> pretence(client, client.boundUser()));
        }

        private Stream<Pretence> signedIn() {
            return usable().filter(client -> client.grants().contains(GrantTypes.AUTHORIZATION_CODE))
                    .flatMap(client -> at.names().all(Kind.USER).stream()
                            .filter(this::isActive)
                            .map(user -> pretence(client, user)));
        }

        private Client first() {
            return usable().filter(client ->
                            client.grants().contains(GrantTypes.CLIENT_CREDENTIALS) && !isBoundToAnother(client))
                    .findFirst()
                    .or(() -> usable().findFirst())
                    .orElseThrow(() -> new IllegalStateException("the fixture has no client that could have a token"));
        }

        private boolean isBoundToAnother(Client client) {
            return client.user().filter(user -> !isActive(user)).isPresent();
        }

        private Stream<Client> usable() {
            return new Directory(at.environment().store())
                    .clients().stream()
                            .filter(client ->
                                    !client.disabled() && !client.scopes().isEmpty());
        }

        private boolean isActive(String user) {
            return new Directory(at.environment().store())
                    .user(user)
                    .map(User::status)
                    .filter(status -> status.isActive())
                    .isPresent();
        }

        private static Pretence pretence(Client client, @Nullable String user) {
            return new Pretence(client, user, client.scopes());
        }
    }
}
