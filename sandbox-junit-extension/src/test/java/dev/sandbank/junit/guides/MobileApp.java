package dev.sandbank.junit.guides;

import dev.sandbank.SandbankEnvironment;
import dev.sandbank.junit.kit.Requests;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stands for the reader's own app: a customer signs in (a code with PKCE), and stays signed in by a refresh token. */
final class MobileApp {

    private static final String CALLBACK = "http://127.0.0.1/callback";
    /** The pair of RFC 7636, appendix B; an app makes one for each sign-in. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
    private static final Pattern ACCESS = Pattern.compile("\"access_token\":\"(.+?)\"");
    private static final Pattern REFRESH = Pattern.compile("\"refresh_token\":\"(.+?)\"");

    private final URI api;
    private final URI issuer;
    private String accessToken = "";
    private String refreshToken = "";

    MobileApp(SandbankEnvironment bank) {
        this.api = bank.baseUrl();
        this.issuer = bank.issuer();
    }

    /** The customer has to sign in again. */
    static final class SignInNeededException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    /** Where it sends the customer's browser. */
    URI authorizationUri() {
        return URI.create(issuer + "authorize?response_type=code&client_id=mobile-app&scope=openid%20banking/read"
                + "&redirect_uri=" + CALLBACK + "&code_challenge_method=S256&code_challenge=" + CHALLENGE);
    }

    /** What it does when the browser comes back. */
    void takes(URI callback) {
        requestTokens("grant_type=authorization_code&redirect_uri=" + CALLBACK + "&code_verifier=" + VERIFIER + "&code="
                + found(CODE, callback.toString()));
    }

    /** The app on a phone that was restored from a backup: it has the tokens of then. */
    MobileApp backup(SandbankEnvironment bank) {
        MobileApp copy = new MobileApp(bank);
        copy.accessToken = accessToken;
        copy.refreshToken = refreshToken;
        return copy;
    }

    String listAccounts() {
        HttpResponse<String> reply = Requests.send(accounts());
        if (reply.statusCode() == 401) {
            requestTokens("grant_type=refresh_token&refresh_token=" + refreshToken);
            reply = Requests.send(accounts());
        }
        return reply.body();
    }

    private HttpRequest accounts() {
        return HttpRequest.newBuilder(URI.create(api + "/banking/accounts"))
                .header("Authorization", "Bearer " + accessToken)
                .build();
    }

    private void requestTokens(String form) {
        HttpResponse<String> reply = Requests.send(HttpRequest.newBuilder(issuer.resolve("token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("client_id=mobile-app&" + form))
                .build());
        if (reply.statusCode() != 200) {
            throw new SignInNeededException();
        }
        accessToken = found(ACCESS, reply.body());
        refreshToken = found(REFRESH, reply.body());
    }

    private static String found(Pattern what, String text) {
        Matcher matcher = what.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }
}
