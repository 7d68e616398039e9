package dev.sandbank.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.sandbank.internal.model.Reply;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Forms of any kind at the token servers of three banks get an answer in their words, and no secret gets into the journal. */
class FormsFuzzTest {

    private static final String SECRET = "m4rk3r-0f-4-s3cr3t";
    private static final String BASIC = "Basic ";

    private static final List<Named> BANKS = List.of(
            new Named(InMemoryBank.of("""
                    extends: apiture
                    clients:
                      - {id: by-form, secret: by-form-9Kd3Lm, authMethods: [client_secret_post],
                         grants: [client_credentials], scopes: [banking/read]}"""), "ledger-reader:ledger-reader-7Qm2xV"),
            new Named(InMemoryBank.named("uphold"), "payouts:s3cr.et_~1"),
            new Named(InMemoryBank.named(InMemoryBank.MUSTERBANK), "budget-app:budget-secret"));

    private record Named(InMemoryBank bank, String credentials) {}

    @FuzzTest
    void areAnswered(byte[] input) {
        String form = Notation.read(input, Map.of());
        for (Named named : BANKS) {
            for (String endpoint : List.of("token", "introspection", "revocation")) {
                String path = named.bank().endpoint(endpoint);
                if (!path.isEmpty()) {
                    send(named, new Message("POST", path), form);
                }
            }
            named.bank().tidy();
        }
    }

    private static void send(Named named, Message endpoint, String form) {
        named.bank()
                .send(endpoint.form(form)
                        .with(
                                "Authorization",
                                BASIC + Base64.getEncoder().encodeToString(Notation.bytes(named.credentials()))));
        Reply refused = named.bank().send(endpoint.form(form + "&client_secret=" + SECRET));
        assertFalse(
                refused.status() == 200 && refused.body().contains("access_token"),
                () -> "a wrong secret got a token: " + refused);
        // A fuzzer that has found out the secret may write it where there are none.
        Promises.assertKeepsSecret(named.bank().latest(), form.contains(SECRET) ? "" : SECRET);
    }
}
