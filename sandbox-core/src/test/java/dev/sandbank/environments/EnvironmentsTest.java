package dev.sandbank.environments;

import static dev.sandbank.testing.BankAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sandbank.Exchange;
import dev.sandbank.testing.Answer;
import dev.sandbank.testing.HttpCall;
import dev.sandbank.testing.Jwt;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Production, {@code cat} and {@code cat2} are banks of their own behind one port. */
class EnvironmentsTest {

    private static final List<String> PREFIXES = ThreeEnvironments.PREFIXES;

    @AutoClose
    private final ThreeEnvironments all = new ThreeEnvironments();

    @ParameterizedTest
    @FieldSource("PREFIXES")
    void publishMetadataOfTheirOwn(String prefix) {
        String base = all.bank().baseUrl() + prefix;

        Answer metadata =
                all.get(prefix + "/oidc/.well-known/openid-configuration").send();

        assertThat(metadata).hasStatus(200).has("/issuer", base + "/oidc/");
        assertThat(metadata.json().properties())
                .filteredOn(member ->
                        member.getKey().endsWith("_endpoint") || member.getKey().equals("jwks_uri"))
                .hasSizeGreaterThan(5)
                .allSatisfy(member -> assertThat(member.getValue().asText()).startsWith(base + "/oidc/"));
        for (String path :
                List.of("/oidc/.well-known/oidc-configuration", "/.well-known/oauth-authorization-server/oidc")) {
            assertThat(all.get(prefix + path).send().json()).isEqualTo(metadata.json());
        }
    }

    @Test
    void signWithKeysOfTheirOwnUnderAnIssuerOfTheirOwn() {
        Set<String> keys = new HashSet<>();
        for (String prefix : PREFIXES) {
            Jwt idToken = Jwt.idToken(all.signIn(prefix));
            List<String> published = all.get(prefix + "/oidc/jwks").send().each("/keys", "kid");

            assertThat(idToken.text("iss")).isEqualTo(all.bank().baseUrl() + prefix + "/oidc/");
            assertThat(published).contains(idToken.header().path("kid").asText());
            assertThat(published).allSatisfy(key -> assertThat(keys.add(key)).isTrue());
        }
        assertThat(keys).hasSizeGreaterThanOrEqualTo(PREFIXES.size());
    }

    @Test
    void haveSettingsOfTheirOwnAndTheUsualOnesOtherwise() {
        assertThat(all.clientToken("")).has("/expires_in", 600);
        assertThat(all.clientToken("/cat")).has("/expires_in", 300);
        assertThat(all.clientToken("/cat2")).has("/expires_in", 900);
        assertThat(all.get("/cat/banking/accounts"))
                .has("/type", "https://cat.example.test/errors/unauthorized/v1.0.0");
        assertThat(all.get("/cat2/banking/accounts"))
                .has("/type", "https://production.api.apiture.com/errors/unauthorized/v1.0.0");
    }

    @ParameterizedTest
    @MethodSource("dev.sandbank.environments.ThreeEnvironments#pairs")
    void keepTheirDataApart(String own, String other) {
        String transfer = HttpCall.post(all.bank(), own + "/banking/transfers")
                .bearer(all.clientToken(own).text("/access_token"))
                .json("""
                        {"amount": "25.00", "sourceAccount": {"id": "acct-000001"}, "targetAccount": {"id": "acct-000002"},
                         "schedule": {"frequency": "occasional"}}""")
                .send()
                .text("/id");

        assertThat(transfer).isNotEmpty();
        assertThat(transfers(own)).containsExactly(transfer);
        assertThat(transfers(other)).isEmpty();
    }

    @Test
    void areToldApartInTheJournal() {
        PREFIXES.forEach(prefix -> all.get(prefix + "/banking/accounts").send());

        assertThat(all.bank().journal().calls())
                .extracting(Exchange::target)
                .containsExactly("/banking/accounts", "/cat/banking/accounts", "/cat2/banking/accounts");
        assertThat(all.get("/cat/banking/accounts")).has("/instance", "/cat/banking/accounts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cat3", "/CAT", "/cat/cat", "/production"})
    void areNoOthers(String prefix) {
        assertThat(all.get(prefix + "/oidc/.well-known/openid-configuration")).hasStatus(404);
    }

    private List<String> transfers(String prefix) {
        return all.get(prefix + "/banking/transfers")
                .bearer(all.clientToken(prefix).text("/access_token"))
                .send()
                .each("/items", "id");
    }
}
