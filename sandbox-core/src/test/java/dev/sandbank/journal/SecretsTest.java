package dev.sandbank.journal;

import static dev.sandbank.testing.HttpCall.clientCredentials;
import static dev.sandbank.testing.HttpCall.get;
import static dev.sandbank.testing.HttpCall.post;
import static dev.sandbank.testing.HttpCall.tokenRequest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Exchange;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.BuiltIn;
import dev.sandbank.testing.HttpCall;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing in the journal lets anybody in: of each secret at most four characters stay. */
class SecretsTest {

    @ParameterizedTest
    @EnumSource
    void areShortenedWhereverTheyWereSent(BuiltIn built) {
        try (Sandbank bank = built.start()) {
            String token = clientCredentials(bank, built.client()).send().text("/access_token");
            String secret = built.client().secret();
            String basic = built.client().id() + ":" + secret;

            everywhere(bank, built, token, secret).forEach(HttpCall::send);

            String kept = text(bank);
            assertThat(kept).doesNotContain(secret, token, base64(basic));
            assertThat(kept).doesNotContain(token.substring(0, 8), secret.substring(0, 8));
            assertThat(kept).contains(token.substring(0, 4) + "…");
        }
    }

    @Test
    void areShortenedHoweverLongTheyAre() {
        try (Sandbank bank = Sandbank.start("apiture")) {
            String json = "{\"token\": \"%s\", \"password\": \"%s\"}";
            String secret = "long-\\\"".repeat(9_000);

            int status = post(bank, "/oidc/token")
                    .json(json.formatted(secret, secret))
                    .send()
                    .status();

            assertThat(status).isEqualTo(400);
            assertThat(text(bank)).contains("long…").doesNotContain("long-");
        }
    }

    private static List<HttpCall> everywhere(Sandbank bank, BuiltIn built, String token, String secret) {
        List<HttpCall> calls = new ArrayList<>();
        for (String scheme : new String[] {"Bearer ", "bearer  ", "Token ", "", "Bearer,", "Bearer a, Bearer "}) {
            calls.add(get(bank, built.guarded()).header("Authorization", scheme + token));
            calls.add(tokenRequest(bank, "grant_type", "x").header("Authorization", scheme + secret));
        }
        calls.add(get(bank, built.guarded()).header("Authorization", token + " " + token));
        calls.add(get(bank, built.guarded()).query("access_token", token).query("client_secret", secret));
        calls.add(get(bank, built.guarded() + "?access%5Ftoken=" + token));
        calls.add(get(bank, built.guarded()).header("Cookie", "token=" + token).header("API-Key", token));
        calls.add(tokenRequest(bank, "client_secret", secret, "refresh_token", token, "password", secret));
        calls.add(tokenRequest(bank)
                .content("application/x-www-form-urlencoded", "client%5Fsecret=" + secret + "&%74oken=" + token));
        calls.add(post(bank, built.guarded())
                .json("{\"client_secret\": \"" + secret + "\", \"token\":\"" + token + "\"}"));
        return calls;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Sandbank bank) {
        StringBuilder text = new StringBuilder();
        for (Exchange call : bank.journal().calls()) {
            text.append(call).append(call.decision().explain()).append('\n');
        }
        return text.toString();
    }
}
