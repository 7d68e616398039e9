package dev.sandbank.internal.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sandbank.Authentication;
import dev.sandbank.BadToken;
import dev.sandbank.Exchange;
import dev.sandbank.SandbankTokens;
import dev.sandbank.TokenFlaw;
import dev.sandbank.internal.text.MemberPath;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens of a bank at a server.
 *
 * @param wanted the members of requests that say what tokens say besides
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
        put(other, "audience", List.of(names));
        return new RemoteTokens(at, other);
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
        put(content, "scopes", List.of(scopes));
        return at.call("POST", TOKENS).json(content).send().path(TOKEN).asText();
    }

    static ObjectNode json(Authentication how) {
        ObjectNode json = RemoteEnvironment.object();
        if (!how.acr().isEmpty()) {
            json.put("acr", how.acr());
        }
        json.put("ago", how.ago().toString());
        put(json, "amr", how.amr());
        put(json, "consent", how.consent());
        return json;
    }

    private static void put(ObjectNode content, String name, List<String> texts) {
        ArrayNode array = content.putArray(name);
        texts.forEach(array::add);
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
        at.call("POST", TOKENS, how)
                .json(RemoteEnvironment.object().put(TOKEN, token))
                .send();
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
        told.path("flaws").forEach(word -> flaws.add(flaw(word.asText())));
        return flaws;
    }

    private static TokenFlaw flaw(String word) {
        return TokenFlaw.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
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
        ObjectNode content = RemoteEnvironment.object()
                .put("flaw", flaw.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        if (client != null) {
            content.put("client", client);
        }
        if (user != null) {
            content.put("user", user);
        }
        return new RemoteBadToken(
                at.api(), at.call("POST", TOKENS, "bad").json(content).send());
    }

    /** One that was made. */
    private record RemoteBadToken(RemoteApi api, JsonNode told) implements BadToken {

        @Override
        public TokenFlaw flaw() {
            return RemoteTokens.flaw(told.path("flaw").asText());
        }

        @Override
        public String authorization() {
            return told.path("authorization").asText();
        }

        @Override
        public String token() {
            return told.path(TOKEN).asText();
        }

        @Override
        public String reason() {
            return told.path("reason").asText();
        }

        @Override
        public int status() {
            return told.path("status").asInt();
        }

        @Override
        public String code() {
            return told.path("code").asText();
        }

        @Override
        public String codeInBody() {
            return told.path("codeInBody").asText();
        }

        @Override
        public List<String> differences(Exchange call) {
            return RemoteCatalogue.differences(api, told, call);
        }

        /** Without the token. */
        @Override
        public String toString() {
            return flaw() + ", refused with " + status() + " " + reason();
        }
    }
}
