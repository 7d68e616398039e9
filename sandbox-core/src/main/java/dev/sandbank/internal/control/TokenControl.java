package dev.sandbank.internal.control;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.Authentication;
import dev.sandbank.BadToken;
import dev.sandbank.SandbankNames.Kind;
import dev.sandbank.SandbankTokens;
import dev.sandbank.TokenFlaw;
import dev.sandbank.internal.journal.Redaction;
import dev.sandbank.internal.model.oauth.Audience;
import dev.sandbank.internal.model.oauth.Client;
import dev.sandbank.internal.model.oauth.Grant;
import dev.sandbank.internal.model.oauth.Scopes;
import dev.sandbank.internal.oidc.token.Issuance;
import dev.sandbank.internal.store.Tokens;
import dev.sandbank.internal.text.Fields;
import dev.sandbank.internal.text.MemberPath;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Issues and ends access tokens without HTTP. It refuses what the token endpoint would refuse.
 *
 * @param at the environment in which they are valid
 * @param audience their audience, or empty for that of their client's tokens
 * @param claims their further claims, by name
 */
public record TokenControl(EnvironmentControl at, Audience audience, ObjectNode claims) implements SandbankTokens {

    private static final Pattern NAME = Pattern.compile("[!-~]{1,512}");
    private static final int MOST_NAMES = 20;

    static TokenControl usual(EnvironmentControl at) {
        return new TokenControl(at, Audience.NONE, JsonNodeFactory.instance.objectNode());
    }

    @Override
    public TokenControl audience(String... names) {
        if (names.length == 0
                || names.length > MOST_NAMES
                || !Stream.of(names).allMatch(name -> NAME.matcher(name).matches())) {
            throw new IllegalArgumentException("an audience must have 1 to " + MOST_NAMES
                    + " names, each of 1 to 512 printable ASCII characters without spaces");
        }
        return new TokenControl(at, Audience.of(List.of(names)), claims);
    }

    @Override
    public TokenControl claim(String name, Object value) {
        return claiming(JsonNodeFactory.instance.objectNode().set(name, MemberPath.value(value)));
    }

    /** Issues tokens with these claims, too. */
    public TokenControl claiming(ObjectNode more) {
        return new TokenControl(at, audience, claims.deepCopy().setAll(more));
    }

    @Override
    public String forClient(String client, String... scopes) {
        return issue(client, null, List.of(scopes), null);
    }

    @Override
    public String forUser(String client, String user, String... scopes) {
        return issue(client, user, List.of(scopes), null);
    }

    @Override
    public String forUser(String client, String user, Authentication how, String... scopes) {
        return issue(client, user, List.of(scopes), how);
    }

    /**
     * Issues a token as the client credentials grant would or, for a user, as if the user had signed in through the client.
     *
     * @param user the user of the token, or null for the client itself or the user it is bound to
     * @param scopes a part of the client's scopes; empty means all of them
     * @param how how the user signed in, or null if the token does not say it
     */
    public String issue(String clientId, @Nullable String user, List<String> scopes, @Nullable Authentication how) {
        return at.environment().store().atomically(tables -> issued(clientId, user, scopes, how));
    }

    private String issued(String clientId, @Nullable String user, List<String> scopes, @Nullable Authentication how) {
        if (how != null && user == null) {
            throw new ConflictException("only users sign in and consent: name the user of the token");
        }
        Client client = usable(clientId);
        String subject = user == null ? client.boundUser() : user;
        if (subject != null) {
            requireUsable(subject);
        }
        if (subject != null && (how != null || !subject.equals(client.boundUser()))) {
            at.user(subject).requireConsent(how == null ? List.of() : how.consent());
        }
        Scopes wanted = scopes.isEmpty() ? client.scopes() : Scopes.of(scopes);
        if (!client.scopes().covers(wanted)) {
            wanted.names().forEach(scope -> at.namesHere().require(Kind.SCOPE, scope));
            throw new ConflictException(
                    client + " has the scopes " + client.scopes() + ", but the token needs " + wanted);
        }
        at.client(clientId).requireClaims(claims);
        Issuance issuance = at.environment().tokenServer().issuance();
        Issuance.Terms terms = new Issuance.Terms(
                wanted, audience.isEmpty() ? client.registration().audience() : audience, claims, Fields.parameters());
        String token = (how == null || subject == null
                        ? issuance.accessToken(client, subject, terms)
                        : issuance.accessToken(client, subject, terms, how))
                .token();
        String whom = subject == null ? "" : " for user " + subject;
        String whose = audience.isEmpty() ? "" : ", for " + audience;
        String more = claims.isEmpty()
                ? ""
                : ", claims "
                        + claims.properties().stream().map(Map.Entry::getKey).collect(Collectors.joining(", "));
        at.note("token " + Redaction.shorten(token) + " is issued to client " + clientId + whom + ": " + wanted + whose
                + more);
        return token;
    }

    @Override
    public void revoke(String token) {
        change(token, "revoked", Grant::revoked, tokens -> tokens.revoke(token));
    }

    @Override
    public void expire(String token) {
        change(token, "expired", grant -> grant.expiredAt(at.now()), tokens -> tokens.expire(token, at.now()));
    }

    @Override
    public Set<TokenFlaw> flaws() {
        return flawsFor("GET");
    }

    @Override
    public Set<TokenFlaw> flaws(String operationId) {
        return flawsFor(at.operation(operationId).method());
    }

    private Set<TokenFlaw> flawsFor(String method) {
        BadTokenMaker tokens = new BadTokenMaker(at);
        return Arrays.stream(TokenFlaw.values())
                .filter(flaw -> tokens.isRefused(flaw, method))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(TokenFlaw.class)));
    }

    @Override
    public BadToken bad(TokenFlaw flaw) {
        return new BadTokenMaker(at).make(flaw, null, null);
    }

    @Override
    public BadToken bad(TokenFlaw flaw, String client) {
        return new BadTokenMaker(at).make(flaw, client, null);
    }

    @Override
    public BadToken bad(TokenFlaw flaw, @Nullable String client, @Nullable String user) {
        return new BadTokenMaker(at).make(flaw, client, user);
    }

    private void change(String token, String how, Predicate<Grant> already, Predicate<Tokens> change) {
        at.environment().store().atomically(tables -> {
            if (tables.tokens().find(token).filter(already).isPresent()) {
                throw new ConflictException(
                        "token " + Redaction.shorten(token) + " is already " + how + UserControl.IDLE);
            }
            if (!change.test(tables.tokens())) {
                throw new UnknownNameException("this sandbox did not issue that token");
            }
            at.note("token " + Redaction.shorten(token) + " is " + how);
            return token;
        });
    }

    private Client usable(String id) {
        Client client = at.client(id).known();
        if (client.disabled()) {
            throw new ConflictException(client + " is disabled");
        }
        return client;
    }

    private void requireUsable(String id) {
        if (at.user(id).state().isDisabled()) {
            throw new ConflictException("user " + id + " is disabled");
        }
    }
}
