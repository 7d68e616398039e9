package dev.sandbank.internal.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.Authentication;
import dev.sandbank.BadToken;
import dev.sandbank.Exchange;
import dev.sandbank.SandbankTokens;
import dev.sandbank.TokenFlaw;
import dev.sandbank.internal.control.api.Json;
import dev.sandbank.internal.text.MemberPath;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Issues and ends access tokens of a bank at a server.
 *
 * @param wanted the members of requests for audience and claims
 */
record RemoteTokens(RemoteEnvironment at, ObjectNode wanted) implements SandbankTokens {

    private static final String TOKENS = "tokens";
    private static final String TOKEN = "token";

    @Override
    public SandbankTokens claim(String name, Object value) {
        ObjectNode more = wanted.deepCopy();
        more.withObjectProperty("claims").set(name, MemberPath.value(value));
        return new RemoteTokens(at, more);
    }

    @Override
    public SandbankTokens audience(String... names) {
        ObjectNode other = wanted.deepCopy();
        return new RemoteTokens(at, other.set("audience", Json.array(List.of(names))));
    }

    @Override
    public String forClient(String client, String... scopes) {
        return issued(client, null, null, scopes);
    }

    @Override
    public String forUser(String client, String user, String... scopes) {
        return issued(client, user, null, scopes);
    }

    @Override
    public String forUser(String client, String user, Authentication how, String... scopes) {
        return issued(client, user, how, scopes);
    }

    private String issued(String client, @Nullable String user, @Nullable Authentication how, String... scopes) {
        ObjectNode content = wanted.deepCopy().put("client", client);
        if (user != null) {
            content.put("user", user);
        }
        if (how != null) {
            content.set("authentication", json(how));
        }
        content.set("scopes", Json.array(List.of(scopes)));
        return at.call("POST", TOKENS).json(content).send().path(TOKEN).asText();
    }

    static ObjectNode json(Authentication how) {
        ObjectNode json = Json.object();
        if (!how.acr().isEmpty()) {
            json.put("acr", how.acr());
        }
        json.put("ago", how.ago().toString());
        json.set("amr", Json.array(how.amr()));
        return json.set("consent", Json.array(how.consent()));
    }

    @Override
    public void revoke(String token) {
        end(token, "revoke");
    }

    @Override
    public void expire(String token) {
        end(token, "expire");
    }

    private void end(String token, String how) {
        at.call("POST", TOKENS, how).json(Json.object().put(TOKEN, token)).send();
    }

    @Override
    public Set<TokenFlaw> flaws() {
        return flaws("");
    }

    @Override
    public Set<TokenFlaw> flaws(String operationId) {
        JsonNode told =
                at.call("GET", TOKENS, "flaws").with("operation", operationId).send();
        Set<TokenFlaw> flaws = EnumSet.noneOf(TokenFlaw.class);
        told.path("flaws").forEach(word -> flaws.add(Json.constant(TokenFlaw.class, word)));
        return flaws;
    }

    @Override
    public BadToken bad(TokenFlaw flaw) {
        return made(flaw, null, null);
    }

    @Override
    public BadToken bad(TokenFlaw flaw, String client) {
        return made(flaw, client, null);
    }

    @Override
    public BadToken bad(TokenFlaw flaw, String client, String user) {
        return made(flaw, client, user);
    }

    private BadToken made(TokenFlaw flaw, @Nullable String client, @Nullable String user) {
        ObjectNode content = Json.object().put("flaw", Json.word(flaw));
        if (client != null) {
            content.put("client", client);
        }
        if (user != null) {
            content.put("user", user);
        }
        JsonNode told = at.call("POST", TOKENS, "bad").json(content).send();
        return new RemoteBadToken(
                at.api(),
                told,
                flaw,
                told.path("authorization").asText(),
                told.path(TOKEN).asText(),
                told.path("reason").asText(),
                told.path("status").asInt(),
                told.path("code").asText(),
                told.path("codeInBody").asText());
    }

    /** A bad token from the server. */
    private record RemoteBadToken(
            RemoteApi api,
            JsonNode told,
            TokenFlaw flaw,
            String authorization,
            String token,
            String reason,
            int status,
            String code,
            String codeInBody)
            implements BadToken {

        @Override
        public List<String> differences(Exchange call) {
            return RemoteCatalogue.differences(api, told, call);
        }

        /** Leaves out the token. */
        @Override
        public String toString() {
            return flaw + ", refused with " + status + " " + reason;
        }
    }
}
