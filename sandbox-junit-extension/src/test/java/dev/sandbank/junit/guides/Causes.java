package dev.sandbank.junit.guides;

import dev.sandbank.Sandbank;
import dev.sandbank.TokenFlaw;
import dev.sandbank.junit.kit.Requests;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/** Calls that a bank refuses, and why: what {@code docs/guides/refused-token.md} explains. */
final class Causes {

    private static final String APITURE = "extends: apiture";
    private static final String UPHOLD = "extends: uphold";
    private static final String CHECKED = "{extends: apiture, settings: {checkAudience: true}}";
    private static final String LIMITED = "{extends: uphold, settings: {requestLimit: 1}}";
    private static final String ADA = "user 0c9c9c1e-5b0d-4a55-8f7e-2f8a3f3f7b10";

    private Causes() {}

    /**
     * One cause of a refusal.
     *
     * @param name what the guide calls it
     * @param fixture where it can be met
     * @param call makes a request that is refused for it
     */
    record Cause(String name, String fixture, Function<Sandbank, HttpRequest> call) {}

    static List<Cause> atTheBank() {
        return List.of(
                new Cause(
                        "no token was sent",
                        APITURE,
                        bank -> HttpRequest.newBuilder(bank.url("listAccounts")).build()),
                new Cause("it is not `Bearer`, one blank and a token", APITURE, bank -> accounts(bank, "Token abc")),
                new Cause("another sandbox or issuer made it", APITURE, Causes::ofAnother),
                new Cause("it has expired", APITURE, bank -> accounts(bank, bad(bank, TokenFlaw.EXPIRED))),
                new Cause("it was revoked", APITURE, bank -> accounts(bank, bad(bank, TokenFlaw.REVOKED))),
                new Cause(
                        "it is for another API", CHECKED, bank -> accounts(bank, bad(bank, TokenFlaw.OTHER_AUDIENCE))),
                new Cause("the client calls too often", LIMITED, Causes::oneTooMany),
                new Cause(
                        "the path is wrong",
                        APITURE,
                        bank -> get(URI.create(bank.baseUrl() + "/banking/account"), token(bank, "ada-batch"))),
                new Cause("a scope is missing", APITURE, bank -> accounts(bank, token(bank, "money-mover"))),
                new Cause("the client may not act for users", UPHOLD, bank -> behalf(bank, "reader", ADA)),
                new Cause("the header for that is malformed", UPHOLD, bank -> behalf(bank, "desk", ADA.substring(5))),
                new Cause(
                        "the call names no user",
                        UPHOLD,
                        bank -> get(bank.url("core.list-accounts"), token(bank, "desk"))),
                new Cause("the user is blocked", APITURE, bank -> accounts(bank, token(bank, "mallory-batch"))),
                new Cause("the user knows no such account", APITURE, bank -> account(bank, "nell-batch")),
                new Cause("the user lacks a permission", APITURE, bank -> account(bank, "bob-batch")));
    }

    static List<Cause> atTheTokenServer() {
        return List.of(
                new Cause("the client id is wrong", APITURE, bank -> grant(bank, "ada-bacth:ada-batch-9vN4gC", "")),
                new Cause("the secret is wrong", APITURE, bank -> grant(bank, "ada-batch:secret", "")),
                new Cause(
                        "its secret is in the form, not in the header",
                        APITURE,
                        bank -> request(bank, "&client_id=ada-batch&client_secret=ada-batch-9vN4gC")
                                .build()),
                new Cause("the client is disabled", APITURE, bank -> grant(bank, "retired-app:retired-app-k2L8fA", "")),
                new Cause(
                        "it asks for a scope that it may not have",
                        APITURE,
                        bank -> grant(bank, "money-mover:money-mover-p4T9sK", "&scope=banking/read")),
                new Cause(
                        "it may not use this grant", APITURE, bank -> grant(bank, "web-portal:web-portal-6nD1vH", "")));
    }

    private static HttpRequest ofAnother(Sandbank bank) {
        try (Sandbank other = Sandbank.start("apiture")) {
            return accounts(bank, token(other, "ada-batch"));
        }
    }

    private static HttpRequest oneTooMany(Sandbank bank) {
        HttpRequest call = behalf(bank, "desk", ADA);
        Requests.send(call);
        return call;
    }

    private static String token(Sandbank bank, String client) {
        return "Bearer " + bank.tokens().forClient(client);
    }

    private static String bad(Sandbank bank, TokenFlaw flaw) {
        return bank.tokens().bad(flaw).authorization();
    }

    private static HttpRequest accounts(Sandbank bank, String authorization) {
        return get(bank.url("listAccounts"), authorization);
    }

    private static HttpRequest account(Sandbank bank, String client) {
        return get(bank.url("getAccount", "acct-4f81c0"), token(bank, client));
    }

    private static HttpRequest behalf(Sandbank bank, String client, String user) {
        return HttpRequest.newBuilder(bank.url("core.list-accounts"))
                .header("Authorization", token(bank, client))
                .header("X-On-Behalf-Of", user)
                .build();
    }

    static HttpRequest get(URI url, String authorization) {
        return HttpRequest.newBuilder(url)
                .header("Authorization", authorization)
                .build();
    }

    private static HttpRequest grant(Sandbank bank, String credentials, String more) {
        String basic = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        return request(bank, more).header("Authorization", "Basic " + basic).build();
    }

    private static HttpRequest.Builder request(Sandbank bank, String more) {
        return HttpRequest.newBuilder(bank.tokenUrl())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials" + more));
    }
}
