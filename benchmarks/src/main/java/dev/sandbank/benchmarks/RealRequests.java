package dev.sandbank.benchmarks;

import dev.sandbank.Sandbank;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Requests as applications send them to one of the built-in banks: what {@link Mutation} spoils. */
final class RealRequests {

    private static final String LF = "\r\n";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";

    private final List<byte[]> all = new ArrayList<>();
    private final String token;
    private final String more;

    private RealRequests(String token, String more) {
        this.token = token;
        this.more = more;
    }

    static List<byte[]> of(Sandbank bank) {
        return bank.bankName().equals("apiture") ? apiture(bank) : uphold(bank);
    }

    private static List<byte[]> apiture(Sandbank bank) {
        RealRequests requests = new RealRequests(bank.tokens().forUser("mobile-app", "ada"), "");
        requests.get("/banking/accounts", "/banking/accounts/acct-4f81c0", "/banking/transfers?limit=10");
        requests.get("/banking/accountBalances?accounts=acct-4f81c0,acct-9b22d7", "/oidc/userinfo", "/oidc/jwks");
        requests.get("/oidc/authorize?response_type=code&client_id=mobile-app&scope=openid&state=s"
                + "&redirect_uri=http%3A%2F%2F127.0.0.1%2Fcallback&code_challenge_method=S256"
                + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
        requests.post("/banking/transfers", JSON, """
                {"amount":"1.00","memo":"rent share","sourceAccount":{"id":"acct-4f81c0"},\
                "targetAccount":{"id":"acct-9b22d7"},"schedule":{"scheduledOn":"2099-03-03","frequency":"once"}}""");
        requests.post(
                "/oidc/token",
                FORM,
                "grant_type=client_credentials&scope=banking%2Fread"
                        + "&client_id=ledger-reader&client_secret=ledger-reader-7Qm2xV");
        requests.post("/oidc/introspect", FORM, "token=x&client_id=ledger-reader&client_secret=ledger-reader-7Qm2xV");
        requests.post("/oidc/login", FORM, "username=ada&password=correct+horse&action=login");
        requests.post("/_sandbank/api/tokens", JSON, "{\"client\":\"ledger-reader\",\"scopes\":[\"banking/read\"]}");
        return requests.all;
    }

    private static List<byte[]> uphold(Sandbank bank) {
        String acting =
                "X-On-Behalf-Of: user 0c9c9c1e-5b0d-4a55-8f7e-2f8a3f3f7b10" + LF + "X-Uphold-User-Ip: 192.0.2.7" + LF;
        RealRequests requests = new RealRequests(bank.tokens().forClient("payouts"), acting);
        requests.get("/core/accounts", "/core/users/me", "/core/transactions", "/_sandbank/api/fixture");
        requests.get("/core/accounts/7b0f2a52-6a0e-4c7e-9f3d-1d2b6a1f5c11/transactions?page=1&perPage=2");
        requests.post("/core/accounts", JSON, "{\"label\":\"Savings\",\"asset\":\"EUR\"}");
        requests.post("/core/transactions/quote", JSON, """
                {"origin":{"type":"account","id":"7b0f2a52-6a0e-4c7e-9f3d-1d2b6a1f5c11"},\
                "destination":{"type":"account","id":"c7690e1d-4b83-4a2f-85f7-9d3e6b0c14a8"},\
                "denomination":{"asset":"EUR","amount":"10.00"}}""");
        requests.post("/core/users", JSON, """
                {"type":"individual","email":"ines@example.test","termsOfService":"general-pt-bop",\
                "primaryCitizenship":"PT","address":{"country":"PT"},"fullName":"Ines Dias"}""");
        requests.post("/core/oauth2/token", FORM, "grant_type=client_credentials");
        return requests.all;
    }

    private void get(String... targets) {
        for (String target : targets) {
            add("GET " + target, "", "");
        }
    }

    private void post(String target, String contentType, String content) {
        String fields = "Content-Type: " + contentType + LF + "Content-Length: " + content.length() + LF;
        add("POST " + target, fields, content);
    }

    private void add(String line, String fields, String content) {
        String head = line + " HTTP/1.1" + LF + "Host: 127.0.0.1" + LF + "Authorization: Bearer " + token + LF + more;
        all.add((head + fields + LF + content).getBytes(StandardCharsets.ISO_8859_1));
    }
}
