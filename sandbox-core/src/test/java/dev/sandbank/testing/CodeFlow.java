package dev.sandbank.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Sandbank;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One run of the authorization code flow as a client that knows its trade does it: PKCE, state and nonce.
 *
 * <pre>{@code
 * Answer tokens = CodeFlow.of(bank, MOBILE).signIn(ADA);
 * String code = CodeFlow.of(bank, PORTAL).with("prompt", "none").start(browser).told("code");
 * }</pre>
 */
public final class CodeFlow {

    private final Sandbank bank;
    private final App app;
    private final String verifier = UUID.randomUUID().toString() + UUID.randomUUID();
    private final Map<String, String> parameters = new LinkedHashMap<>();

    private CodeFlow(Sandbank bank, App app) {
        this.bank = bank;
        this.app = app;
        parameters.put("response_type", "code");
        parameters.put("client_id", app.id());
        parameters.put("redirect_uri", app.redirectUri());
        parameters.put("scope", app.scope());
        parameters.put("state", "state-" + UUID.randomUUID());
        parameters.put("nonce", "nonce-" + UUID.randomUUID());
        parameters.put("code_challenge", challenge(verifier));
        parameters.put("code_challenge_method", "S256");
    }

    public static CodeFlow of(Sandbank bank, App app) {
        return new CodeFlow(bank, app);
    }

    /** Sends a parameter of the authorization request otherwise, or one more. */
    public CodeFlow with(String name, String value) {
        parameters.put(name, value);
        return this;
    }

    public CodeFlow without(String... names) {
        for (String name : names) {
            parameters.remove(name);
        }
        return this;
    }

    public String parameter(String name) {
        return parameters.get(name);
    }

    public String state() {
        return parameters.getOrDefault("state", "");
    }

    public String nonce() {
        return parameters.getOrDefault("nonce", "");
    }

    public String verifier() {
        return verifier;
    }

    /** The authorization request as path and query. */
    public String target() {
        return "/oidc/authorize?" + query();
    }

    public String query() {
        return parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Sends the browser to the authorization endpoint. */
    public Page start(Browser browser) {
        return browser.open(target());
    }

    /** Sends the request in the other way, by a form. */
    public Page startByForm(Browser browser) {
        return browser.send(
                HttpCall.post(bank, "/oidc/authorize").content("application/x-www-form-urlencoded", query()));
    }

    /** The code that a page tells, once state and issuer are seen to be right. */
    public String code(Page page) {
        Map<String, String> told = page.told();
        assertThat(told.keySet()).as("told to the client").containsOnly("code", "state", "iss");
        assertThat(told)
                .containsEntry("state", state())
                .containsEntry("iss", bank.issuer().toString());
        return told.get("code");
    }

    /** Somebody signs in in a new browser; what the client gets for the code. */
    public Answer signIn(Person person) {
        return signIn(new Browser(bank), person);
    }

    /** Somebody signs in in a browser; what the client gets for the code. */
    public Answer signIn(Browser browser, Person person) {
        return tokens(start(browser).signIn(person));
    }

    /** What the client gets for the code that a page tells. */
    public Answer tokens(Page page) {
        Answer answer = redeem(code(page)).send();
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    /** A token request for a code.
     *
     * @param changed parameters that are sent otherwise, name and value in turn; null for not at all */
    public HttpCall redeem(String code, String... changed) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", app.redirectUri());
        if (parameters.containsKey("code_challenge")) {
            form.put("code_verifier", verifier);
        }
        for (int i = 0; i < changed.length; i += 2) {
            form.put(changed[i], changed[i + 1]);
        }
        return asApp(bank, app, form);
    }

    /** A token request for a refresh token.
     *
     * @param more further parameters, name and value in turn */
    public static HttpCall refresh(Sandbank bank, App app, String refreshToken, String... more) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", refreshToken);
        for (int i = 0; i < more.length; i += 2) {
            form.put(more[i], more[i + 1]);
        }
        return asApp(bank, app, form);
    }

    private static HttpCall asApp(Sandbank bank, App app, Map<String, String> form) {
        HttpCall call = HttpCall.tokenRequest(bank);
        form.forEach((name, value) -> {
            if (value != null) {
                call.form(name, value);
            }
        });
        return call.as(app);
    }

    public static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
