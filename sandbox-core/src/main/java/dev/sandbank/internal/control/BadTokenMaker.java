package dev.sandbank.internal.control;

import dev.sandbank.BadToken;
import dev.sandbank.Exchange;
import dev.sandbank.SandbankNames.Kind;
import dev.sandbank.TokenFlaw;
import dev.sandbank.internal.bank.Environment;
import dev.sandbank.internal.dialect.Envelope;
import dev.sandbank.internal.dialect.StateRule;
import dev.sandbank.internal.journal.ArrivalComparisons;
import dev.sandbank.internal.model.OwnNames;
import dev.sandbank.internal.model.Refusal;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.Request;
import dev.sandbank.internal.model.oauth.Client;
import dev.sandbank.internal.model.oauth.GrantTypes;
import dev.sandbank.internal.model.oauth.TokenFault;
import dev.sandbank.internal.model.oauth.User;
import dev.sandbank.internal.model.oauth.UserStatus;
import dev.sandbank.internal.oidc.token.Forgery;
import dev.sandbank.internal.oidc.token.Forgery.Pretence;
import dev.sandbank.internal.store.Directory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes tokens that the bank refuses, and says how it refuses them, from the bank's dialect. */
final class BadTokenMaker {

    private static final String SCHEME = "Bearer";
    private static final int OVERSIZE = 32 * 1024;

    private final EnvironmentControl at;
    private final Environment environment;
    private final Forgery forgery;
    private final Bearers bearers;

    BadTokenMaker(EnvironmentControl at) {
        this.at = at;
        this.environment = at.environment();
        this.forgery = environment.tokenServer().forgery();
        this.bearers = new Bearers(at);
    }

    /** Whether the bank can refuse calls with this HTTP method for this flaw under this fixture. */
    boolean isRefused(TokenFlaw flaw, String method) {
        return switch (flaw) {
            case BLOCKED_SUBJECT ->
                blocked().covers(method) && bearers.somebody(null, null).isPresent();
            case OTHER_AUDIENCE -> environment.definition().dialect().checksAudience(environment.settings());
            default -> true;
        };
    }

    /**
     * Makes a bad token.
     *
     * @param client the client of the token, or null for any client
     * @param user the user of the token; null for none, or for any user if the flaw needs one
     */
    BadToken make(TokenFlaw flaw, @Nullable String client, @Nullable String user) {
        if (flaw == TokenFlaw.BLOCKED_SUBJECT) {
            return ofBlockedSubject(bearers.somebody(client, user)
                    .orElseThrow(() -> new WrongStateException("no client can get a token that stands for a user")));
        }
        String reason = new Refusal.TokenRefused(fault(flaw)).key();
        return made(flaw, authorization(flaw, bearers.anybody(client, user)), reason, reason);
    }

    /** What the gate {@code token} finds wrong with a token of this flaw. */
    private static TokenFault fault(TokenFlaw flaw) {
        return switch (flaw) {
            case MISSING -> TokenFault.MISSING;
            case EMPTY, WRONG_SCHEME -> TokenFault.MALFORMED;
            case EXPIRED -> TokenFault.EXPIRED;
            case REVOKED -> TokenFault.REVOKED;
            case OTHER_AUDIENCE -> TokenFault.AUDIENCE;
            default -> TokenFault.UNKNOWN;
        };
    }

    private String authorization(TokenFlaw flaw, Pretence pretence) {
        return switch (flaw) {
            case MISSING -> "";
            case EMPTY -> SCHEME;
            case WRONG_SCHEME -> "Token " + good(pretence);
            default -> bearer(token(flaw, pretence));
        };
    }

    private String token(TokenFlaw flaw, Pretence pretence) {
        return switch (flaw) {
            case TRUNCATED -> truncated(good(pretence));
            case OVERSIZED -> good(pretence) + "A".repeat(OVERSIZE);
            case TAMPERED_PAYLOAD -> forgery.withAnotherPayload(good(pretence), pretence);
            case TAMPERED_SIGNATURE -> Forgery.withAnotherSignature(good(pretence));
            case EXPIRED -> expired(pretence);
            case REVOKED -> revoked(pretence);
            case OTHER_AUDIENCE -> good(at.tokens().audience("https://api.example.test/"), pretence);
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
                throw new IllegalArgumentException(flaw + " is not a flaw of the token");
        };
    }

    private String good(Pretence pretence) {
        return good(at.tokens(), pretence);
    }

    private static String good(TokenControl tokens, Pretence pretence) {
        return tokens.issue(
                pretence.client().id(),
                pretence.user(),
                pretence.scopes().names().stream().toList(),
                null);
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

    private BadToken ofBlockedSubject(Pretence pretence) {
        String token = good(pretence);
        String user = String.valueOf(pretence.user());
        at.user(user).become(UserStatus.BLOCKED);
        String phrase = blocked().refuse();
        return made(TokenFlaw.BLOCKED_SUBJECT, bearer(token), OwnNames.named("subject-blocked", phrase), phrase);
    }

    private StateRule blocked() {
        return environment.definition().dialect().state(UserStatus.BLOCKED).orElseThrow();
    }

    private static String bearer(String token) {
        return SCHEME + " " + token;
    }

    private BadToken made(TokenFlaw flaw, String authorization, String reason, String phrase) {
        boolean bare = authorization.isEmpty() || authorization.equals(SCHEME);
        String token = bare ? "" : authorization.substring(authorization.lastIndexOf(' ') + 1);
        Reply reply = environment
                .definition()
                .phrasebook()
                .say(
                        new Refusal.RuleBroken(phrase, "", Map.of()),
                        Map.copyOf(environment.settings().asTexts()));
        Envelope envelope = environment.definition().dialect().envelope();
        String code = envelope.codeIn(reply.body());
        ArrivalComparisons arrivals = at.bank()
                .journal()
                .await(request -> sent(request).equals(authorization)
                        ? List.of()
                        : List.of(authorization.isEmpty() ? "it has a token" : "its token is not the arranged one"));
        return new Made(flaw, authorization, token, reason, reply.status(), envelope.word(code), code, arrivals);
    }

    private static String sent(Request request) {
        return String.join(", ", request.headers().all("Authorization")).strip();
    }

    private record Made(
            TokenFlaw flaw,
            String authorization,
            String token,
            String reason,
            int status,
            String code,
            String codeInBody,
            ArrivalComparisons arrivals)
            implements BadToken {

        @Override
        public List<String> differences(Exchange call) {
            return arrivals.differences(call);
        }

        /** Without the token. */
        @Override
        public String toString() {
            return flaw + ", refused with " + status + " " + reason;
        }
    }

    /** Chooses client and user of a bad token, if the test does not. */
    private record Bearers(EnvironmentControl at) {

        /** The named client; if none is named, the fixture's first client that can have a token by itself. */
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
                    .orElseThrow(() -> new WrongStateException("the fixture has no client that can get a token"));
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
