package dev.sandbank.internal.denial;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sandbank.internal.bank.Environment;
import dev.sandbank.internal.explain.CallRequest;
import dev.sandbank.internal.model.Entry;
import dev.sandbank.internal.model.Reply;
import dev.sandbank.internal.model.oauth.Client;
import dev.sandbank.internal.model.oauth.GrantTypes;
import dev.sandbank.internal.store.Directory;
import dev.sandbank.internal.text.UrlEncoded;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Signs a user in to a client, by a code with PKCE, and gets the client's tokens. */
final class SignInVisit {

    /** The verifier and challenge of RFC 7636, appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"interaction\" value=\"([^\"]*)\">");

    private final Environment environment;
    private final Client client;
    private final String user;
    private final LoginBrowser visitor;

    SignInVisit(Environment environment, Client client, String user) {
        this.environment = environment;
        this.client = client;
        this.user = user;
        this.visitor = new LoginBrowser(environment);
    }

    /** Returns the filled-in form with the user's name and password, not yet sent. */
    CallRequest login() {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("response_type", "code");
        asked.put("client_id", client.id());
        asked.put("redirect_uri", redirectUri());
        asked.put("scope", client.scopes().toString());
        asked.put("state", "state");
        asked.put("code_challenge", CHALLENGE);
        asked.put("code_challenge_method", "S256");
        Reply page = visitor.open("authorization", asked);
        Entry person = environment.store().entries().find(Directory.USERS, user).orElseThrow();
        Map<String, String> form = new LinkedHashMap<>();
        form.put("interaction", interaction(page));
        form.put("username", person.document().path("username").asText());
        form.put("password", person.document().path("password").asText());
        form.put("action", "login");
        return visitor.form("login", form, visitor.cookie());
    }

    /** Signs in, consents to everything, and returns the client's tokens. */
    JsonNode tokens() {
        Reply answer = visitor.send(login());
        if (HIDDEN.matcher(answer.body()).find()) {
            Set<String> picks =
                    environment.tokenServer().consents().choices(user).keySet();
            Map<String, ?> form = Map.of("interaction", interaction(answer), "action", "allow", "pick", picks);
            answer = visitor.send(visitor.form("consent", form, visitor.cookie()));
        }
        String location = answer.headers().getOrDefault("Location", "");
        String code = UrlEncoded.parse(location.substring(location.indexOf('?') + 1))
                .first("code")
                .orElseThrow(() -> new IllegalStateException("user " + user + " could not sign in to " + client));
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", GrantTypes.AUTHORIZATION_CODE);
        form.put("code", code);
        form.put("redirect_uri", redirectUri());
        form.put("code_verifier", VERIFIER);
        return LoginBrowser.json(visitor.send(token(form)));
    }

    /** Returns the request that exchanges a refresh token, not yet sent. */
    CallRequest refresh(String refreshToken) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", GrantTypes.REFRESH_TOKEN);
        form.put("refresh_token", refreshToken);
        return token(form);
    }

    JsonNode send(CallRequest wire) {
        return LoginBrowser.json(visitor.send(wire));
    }

    /**
     * Returns a token request with the client's registered authentication: Basic, its secret in the form, or its id
     * alone.
     */
    private CallRequest token(Map<String, String> form) {
        String secret = client.secret();
        if (secret != null && client.mayAuthenticateBy("client_secret_basic")) {
            String pair = encoded(client.id()) + ":" + encoded(secret);
            String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
            return visitor.form("token", form, Map.of("Authorization", "Basic " + basic));
        }
        form.put("client_id", client.id());
        if (secret != null) {
            form.put("client_secret", secret);
        }
        return visitor.form("token", form, Map.of());
    }

    private String redirectUri() {
        return client.registration().redirectUris().get(0);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String interaction(Reply page) {
        Matcher hidden = HIDDEN.matcher(page.body());
        if (!hidden.find()) {
            throw new IllegalStateException(
                    "the token server showed no login form but answered with status " + page.status());
        }
        return hidden.group(1);
    }
}
