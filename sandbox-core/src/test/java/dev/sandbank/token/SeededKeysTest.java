package dev.sandbank.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import dev.sandbank.Sandbank;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.OpenIdCalls;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** With a seed in the fixture, keys and tokens are the same in every run. */
class SeededKeysTest {

    private static final String FIXTURE = """
            extends: apiture
            clock: 2031-03-03T12:00:00Z
            seed: %s
            clients:
              - {id: j, secret: s, accessTokenFormat: jwt, accessTokenAlg: %s, scopes: [banking/read]}
            """;

    private static Sandbank start(String seed, String algorithm) {
        return Sandbank.builder()
                .fixtureText(FIXTURE.formatted(seed, algorithm))
                .publicUrl(URI.create("https://bank.example.test"))
                .start();
    }

    private static String token(Sandbank bank) {
        return HttpCall.tokenRequest(bank, "grant_type", "client_credentials")
                .basic("j:s")
                .send()
                .text("/access_token");
    }

    /** Pinned, so that every JDK is seen to make the same ones. */
    @ParameterizedTest
    @CsvSource({
        "RS256,yJuSNLCMDeBkkbJqDChi1opqgYrdvYXx8IqktAIt7Uk",
        "PS512,LVWJI9ig0ZU_rr7FmdFS4hsvYCkxwoOw19E-DYk7RgU",
        "ES256,rCb7uIk2_vo5vNQfhUSXTAsiTx_OKniYgYyCXb2iKZo",
        "ES384,yojz2v4nlX7hXuGKwgWdB4EB32jnncx_nLnQmPriS8M",
        "ES512,hHL11ciGQ2UBOW3TYMWyGAU7oHpQK3JeT0vkskBNDjY",
        "EdDSA,BH4X9RrdqGbzcyAKZpJXdSTjweRrsdiyBhYZBAWu_A8",
    })
    void followFromItOnEveryJdk(String algorithm, String thumbprint) throws Exception {
        try (Sandbank bank = start("42", algorithm)) {
            JWKSet keys = JWKSet.parse(OpenIdCalls.jwks(bank).send().body());

            assertThat(keys.getKeys())
                    .filteredOn(key -> key.getAlgorithm().getName().equals(algorithm))
                    .extracting(key -> key.computeThumbprint().toString())
                    .containsExactly(thumbprint);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "EdDSA"})
    void signTheSameTokens(String algorithm) {
        List<String> tokens = new ArrayList<>();
        for (int run = 0; run < 2; run++) {
            try (Sandbank bank = start("42", algorithm)) {
                tokens.add(token(bank) + token(bank));
            }
        }

        assertThat(tokens.get(0)).isEqualTo(tokens.get(1));
    }

    @Test
    void differForAnotherSeedAndAfterARotation() {
        try (Sandbank bank = start("42", "ES256");
                Sandbank other = start("43", "ES256")) {
            String first = published(bank);
            bank.keys().rotateWithoutOverlap();
            String second = published(bank);
            bank.reset();

            assertThat(first).isNotEqualTo(second).isNotEqualTo(published(other));
            assertThat(published(bank)).isEqualTo(first);
        }
    }

    private static String published(Sandbank bank) {
        return OpenIdCalls.jwks(bank).send().body();
    }
}
