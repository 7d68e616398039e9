package dev.sandbank.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.sandbank.internal.model.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * Values of the field {@code Authorization} of any kind open nothing but with a token that the bank issued.
 *
 * <p>{@code {token}} is one that is good; {@code {header}}, {@code {claims}} and {@code {signature}} are the parts of the
 * example bank's, which issues JSON Web Tokens.
 */
class BearerTokensFuzzTest {

    private static final String BASIC = "Basic bGVkZ2VyLXJlYWRlcjpsZWRnZXItcmVhZGVyLTdRbTJ4Vg==";

    private static final List<Guarded> BANKS = List.of(
            new Guarded(InMemoryBank.named("apiture"), "ledger-reader", "/banking/accounts"),
            new Guarded(InMemoryBank.named("apiture"), "ledger-reader", "/oidc/userinfo"),
            new Guarded(InMemoryBank.named("uphold"), "payouts", "/core/accounts"),
            new Guarded(InMemoryBank.named(InMemoryBank.MUSTERBANK), "budget-app", "/v1/accounts"));

    private record Guarded(InMemoryBank bank, String client, String path) {

        Map<String, String> values() {
            String token = bank.token(client);
            String[] parts = token.split("\\.", -1);
            boolean jwt = parts.length == 3;
            return Map.of(
                    "token", token,
                    "header", jwt ? parts[0] : "",
                    "claims", jwt ? parts[1] : "",
                    "signature", jwt ? parts[2] : "");
        }
    }

    @FuzzTest
    void openNothingUnlessIssued(byte[] input) {
        for (Guarded guarded : BANKS) {
            guarded.bank().tidy();
            String value = Notation.read(input, guarded.values());
            send(guarded, value);
            introspect(guarded, value.replaceFirst("(?i)^bearer +", ""));
        }
    }

    private static void send(Guarded guarded, String value) {
        Reply reply = guarded.bank().send(new Message("GET", guarded.path()).with("Authorization", value));
        boolean issued = value.replaceAll("[\\x00-\\x08\\x0a-\\x1f\\x7f]", "")
                .strip()
                .replaceFirst("(?i)^bearer +", "")
                .equals(guarded.bank().token(guarded.client()));
        assertFalse(reply.status() < 400 && !issued, () -> "was let in with " + value);
    }

    private static void introspect(Guarded guarded, String token) {
        String path = guarded.bank().endpoint("introspection");
        if (!path.isEmpty()) {
            Message asked = new Message("POST", path).with("Authorization", BASIC);
            String form = "token=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
            Reply reply = guarded.bank().send(asked.form(form));
            assertFalse(
                    reply.body().contains("\"active\":true")
                            && !token.equals(guarded.bank().token(guarded.client())),
                    () -> "is said to be active: " + token);
        }
    }
}
